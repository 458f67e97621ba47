/**
 * `npm run bench:scaling`: measures the numbers of docs/scaling.md, on a generated repository of 200 packages (`-- 20` for 20, the minimum). Fails
 * where work is repeated, or skipped wrongly.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { countArgument, table } from './measure.js';
import { blocks, monorepo, task } from './monorepo.js';

const count = countArgument(200);
const tools = ['eslint@10.15.0', 'turbo@2.11.11', 'nx@24.0.6', '@microsoft/sarif-multitool@5.7.0'];
const { folder, names, write } = monorepo(count, tools);
/** No daemon, no telemetry, no cloud: everything measured happens here and ends with the command. */
const environment = { CI: 'true', NO_COLOR: '1', NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false', TURBO_TELEMETRY_DISABLED: '1' };

/** @param {string} command as it is typed @param {number} expected exit code */
function run(command, expected = 0) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, ...environment, PATH: `${join(folder, 'node_modules/.bin')}:${String(process.env['PATH'])}` },
  });
  assert.equal(status, expected, `${command}\n${stdout}${stderr}`);
  return { seconds: (performance.now() - start) / 1000, output: stdout };
}

/** @type {(string | number)[][]} */
const rows = [['command', 'state', 'tasks run', 'seconds']];
/** @param {string} command @param {string} state @param {number | undefined} tasks how many the output must report @param {number} [exit] */
function measure(command, state, tasks, exit) {
  const { seconds, output } = run(command, exit);
  const cached = /^Cached: +(\d+) cached|Cache: +(\d+)\/\d+ hit/m.exec(output)?.slice(1).find(Boolean);
  const total = /^ *Tasks: +\d+ successful, (\d+) total|for (\d+) projects?|for project \S+/m.exec(output);
  const done = total ? Number(total[1] ?? total[2] ?? 1) - Number(cached ?? 0) : undefined;
  assert.equal(done, tasks, output.slice(-2000));
  rows.push([`\`${command}\``, state, tasks === undefined ? '–' : String(tasks), seconds]);
}

const change = (/** @type {number} */ number) =>
  appendFileSync(join(folder, 'packages', names[number] ?? '', 'src/api.ts'), '// changed\n');

try {
  const ours = 'eslint-plugin-cloudflare-auth';
  measure(ours, 'everything', undefined);
  measure(`${ours} --concurrency 2`, 'everything', undefined);
  measure(`${ours} --cache`, 'first run', undefined);
  measure(`${ours} --cache`, 'nothing changed', undefined);
  change(0);
  measure(`${ours} --cache`, 'one package changed', undefined);
  for (const [number, command] of [`turbo run ${task}`, `nx run-many -t ${task}`].entries()) {
    measure(command, 'first run', count);
    measure(command, 'nothing changed', 0);
    change(number + 1);
    measure(command, 'one package changed', 1);
    // Only the caches of Turborepo and ESLint include files that Git ignores.
    write(`packages/${String(names[5])}/.dev.vars`, `ZONE=example.com\n# for ${command}\n`);
    measure(command, '`.dev.vars` written', number === 0 ? 1 : 0);
  }
  shards(4);
  failures();
  upgrade();
  const versions = [...tools, `npm@${run('npm --version').output.trim()}`].join(', ');
  console.log(`${String(count)} packages, ${files()} files; Node ${process.version}, ${String(cpus().length)} cores; ${versions}\n`);
  console.log(table(rows));
} finally {
  rmSync(folder, { recursive: true });
}

function files() {
  return run(`git ls-files packages | wc -l`).output.trim();
}

/** Measures a CI matrix whose parts each check some of the packages. @param {number} parts */
function shards(parts) {
  for (const name of names.filter((_, index) => index % 10 === 0))
    write(
      `packages/${name}/src/old.ts`,
      `export const zones = () => fetch('https://api.cloudflare.com/client/v4/zones', { headers: { 'X-Auth-Email': process.env.CF_EMAIL, 'X-Auth-Key': process.env.CF_KEY } });\n`,
    );
  measure('eslint-plugin-cloudflare-auth -f sarif -o whole.sarif packages', 'everything', undefined, 1);
  for (let part = 0; part < parts; part += 1)
    measure(
      `eslint-plugin-cloudflare-auth -f sarif -o part-${String(part)}.sarif $(ls -d packages/* | awk 'NR % ${String(parts)} == ${String(part)}')`,
      'a quarter',
      undefined,
      part % 2,
    );
  const [multitool = '', jq = ''] = blocks('sh');
  for (const merge of [`${multitool.trim()} --log ForceOverwrite`, jq]) {
    run(merge);
    assert.equal(found('merged.sarif').runs, 1);
    assert.deepEqual(found('merged.sarif'), found('whole.sarif'));
  }
}

/** Returns what a SARIF file reports, independent of order. @param {string} path */
function found(path) {
  /** @type {{ runs: { results?: { ruleId: string, partialFingerprints: object, locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }[] }} */
  const log = JSON.parse(readFileSync(join(folder, path), 'utf8'));
  const results = log.runs.flatMap((each) => each.results ?? []);
  assert.equal(results.length, names.length / 10);
  return {
    runs: log.runs.length,
    results: results
      .map(({ ruleId, partialFingerprints, locations: [place] }) =>
        JSON.stringify([ruleId, partialFingerprints, place?.physicalLocation.artifactLocation.uri]),
      )
      .sort(),
  };
}

/** Checks that a package with findings is linted again until they are gone. */
function failures() {
  for (const command of [`turbo run ${task} --filter=${String(names[0])}`, `nx run ${String(names[0])}:${task}`]) {
    run(command, 1);
    const { output } = run(command, 1);
    assert.match(output, /prefer-api-token/);
    assert.doesNotMatch(output, /cache hit|\[(?:local|existing|remote)[^\]]*cache|from the cache/);
  }
}

/** Checks that another version of the plugin makes every task run again. */
function upgrade() {
  const commands = [`turbo run ${task} --filter=${String(names[1])}`, `nx run ${String(names[1])}:${task}`];
  for (const command of commands) measure(command, 'one package, nothing changed', 0);
  run(
    'mkdir new && tar xzf *.tgz -C new && cd new/package && npm pkg set version=99.0.0 && npm pack --ignore-scripts --silent --pack-destination ../.. && cd ../.. && rm -r new && npm install --save-dev --no-audit --no-fund --silent ./*-99.0.0.tgz',
  );
  for (const command of commands) measure(command, 'one package, plugin upgraded', 1);
}
