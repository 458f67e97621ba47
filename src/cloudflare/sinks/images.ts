/**
 * What builds container images, and what it leaves in them: variables of a build stay in the image's history or in the cache of the build.
 *
 * Source: https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/, https://docs.docker.com/build/building/secrets/
 */

/** Instructions of a Dockerfile that keep the variables they name. */
export const instructions: ReadonlySet<string> = new Set(['ARG', 'ENV']);

/** Commands that take variables of a build. */
export const builders: ReadonlySet<string> = new Set('docker docker-compose podman buildah nerdctl executor'.split(' '));

/** The option that names one, and gives it its value. */
export const buildOption = '--build-arg';

/** Tables of a compose file whose keys are such variables: the last of their names. */
export const buildTables: readonly string[] = ['build', 'args'];

/** Actions that build, https://github.com/docker/build-push-action 6, and their input of such variables. */
export const buildActions = /^(?:docker\/build-push-action|redhat-actions\/buildah-build|depot\/build-push-action)@/;
export const buildInput = 'build-args';
