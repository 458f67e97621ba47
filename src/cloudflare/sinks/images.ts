/**
 * Tools that build container images, and what they leave there: build variables remain in the history of the image or in the build cache.
 *
 * Source: https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/, https://docs.docker.com/build/building/secrets/
 */

/** Dockerfile instructions whose variables remain. */
export const instructions: ReadonlySet<string> = new Set(['ARG', 'ENV']);

/** Commands that take build variables. */
export const builders: ReadonlySet<string> = new Set('docker docker-compose podman buildah nerdctl executor'.split(' '));

/** The option that sets one: `--build-arg NAME=value`. */
export const buildOption = '--build-arg';

/** The innermost keys of the tables in a compose file whose keys are build variables. */
export const buildTables: readonly string[] = ['build', 'args'];

/** Actions that build images, https://github.com/docker/build-push-action 6, and their input for build variables. */
export const buildActions = /^(?:docker\/build-push-action|redhat-actions\/buildah-build|depot\/build-push-action)@/;
export const buildInput = 'build-args';
