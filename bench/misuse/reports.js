/** Parses findings from the reports of tools: SARIF 2.1, or ESLint's JSON. */
import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {{ readonly path: string, readonly line: number, readonly endLine: number }} Finding its path is relative to the scanned folder, with `/` */

/** @param {string} report @param {string} folder that was scanned @returns {readonly Finding[]} */
export function findingsIn(report, folder) {
  /** @type {unknown} */
  const parsed = JSON.parse(report);
  return Array.isArray(parsed) ? inEslint(parsed, folder) : inSarif(/** @type {never} */ (parsed), folder);
}

/** @param {readonly { filePath: string, messages: readonly { line?: number, endLine?: number }[] }[]} files @param {string} folder @returns {readonly Finding[]} */
function inEslint(files, folder) {
  return files.flatMap(({ filePath, messages }) =>
    messages.flatMap(({ line, endLine = line }) =>
      line === undefined || endLine === undefined ? [] : [{ path: from(folder, filePath), line, endLine }],
    ),
  );
}

/** @typedef {{ artifactLocation: { uri: string }, region?: { startLine?: number, endLine?: number } }} Location */

/** @param {{ runs: readonly { results?: readonly { locations?: readonly { physicalLocation: Location }[] }[] }[] }} log @param {string} folder @returns {readonly Finding[]} */
function inSarif({ runs }, folder) {
  return runs
    .flatMap(({ results = [] }) => results)
    .flatMap(({ locations = [] }) =>
      locations.slice(0, 1).map(({ physicalLocation: { artifactLocation, region } }) => {
        const line = region?.startLine ?? 1;
        const { uri } = artifactLocation;
        const path = uri.startsWith('file:') ? fileURLToPath(uri) : decodeURIComponent(uri);
        return { path: from(folder, path), line, endLine: region?.endLine ?? line };
      }),
    );
}

/** @param {string} folder @param {string} path */
function from(folder, path) {
  return relative(folder, resolve(folder, path)).split(sep).join('/');
}
