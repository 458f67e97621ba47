/** What scripts let out beside what they print word by word: the environment, requests, command lines, other people's code. */
import { describe, expect, it } from 'vitest';
import { exposures } from '../../../src/facts/exposure/exposures.js';
import type { SourceFile } from '../../../src/source/model.js';
import { data } from '../../models/data.js';
import { javascript, shell } from '../../models/program.js';

function told(file: SourceFile): readonly string[] {
  return exposures(file).map(({ at, how, variable, by }) => `${how} ${variable} ${by} | ${file.text.slice(at.start, at.end)}`);
}

const T = '$CF_API_TOKEN';
const uses = `curl -f -H "Authorization: Bearer ${T}" https://api.cloudflare.com/client/v4/zones`;

describe('commands that print the environment', () => {
  it.each([
    ['env', 'env'],
    ['printenv', 'printenv'],
    ['set', 'set'],
    ['export -p', 'export'],
    ['declare -x', 'declare'],
    ['env | sort | head -50', 'env'],
    ['env | grep CF_', 'env'],
    ['env | grep -i "cf_api\\|zone"', 'env'],
  ])('%s', (command, program) => {
    const [first = ''] = command.split(' |');
    expect(told(shell(`${uses}\n${command}`))).toEqual([`environment CF_API_TOKEN ${program} | ${first}`]);
  });

  it.each([
    'env | grep -v TOKEN',
    'env | grep -q CF_API_TOKEN',
    'env | grep NODE',
    'env | cut -d= -f1',
    'env | wc -l',
    'all=$(env)',
    'env > /dev/null',
    'printenv HOME',
    'set -eu',
    'env NODE_ENV=test npm test',
    'export CF_API_TOKEN="$(cat token)"',
  ])('%s shows nothing of it', (command) => {
    expect(told(shell(`${uses}\n${command}`))).toEqual([]);
  });

  it('only where a credential is in it', () => {
    expect(told(shell('# deploys to Cloudflare\nenv'))).toEqual([]);
    expect(told(shell('export CF_ZONE_ID=1\nenv'))).toEqual([]);
  });

  it('in the step of a workflow that has the credential', () => {
    const steps = `
jobs:
  a:
    steps:
      - run: env
      - run: printenv | sort
        env:
          CF_API_TOKEN: \${{ secrets.CF_API_TOKEN }}
`;
    expect(told(data(steps, 'cloudflare-auth/yaml', '.github/workflows/a.yml'))).toEqual(['environment CF_API_TOKEN printenv | printenv']);
  });
});

describe('commands that say what they do', () => {
  it.each([
    [`curl -fv -H "Authorization: Bearer ${T}" https://api.cloudflare.com/client/v4/zones`, 'verbose CF_API_TOKEN curl | v'],
    [`curl -f --verbose -H "X-Token: ${T}" https://acme.io`, 'verbose CF_API_TOKEN curl | --verbose'],
    [`http -v https://api.cloudflare.com/client/v4/zones "Authorization: Bearer ${T}"`, 'verbose CF_API_TOKEN http | v'],
  ])('%s', (command, expected) => {
    expect(told(shell(command)).filter((each) => each.startsWith('verbose'))).toEqual([expected]);
  });

  it('not where nobody sees it, and not without a credential', () => {
    expect(told(shell(`${uses} -v 2> /dev/null`))).toEqual([]);
    expect(told(shell(`curl -fv https://api.cloudflare.com/client/v4/ips; echo ${T} > /dev/null`))).toEqual([]);
  });

  it('a step with a shell that traces', () => {
    const step = (shellName: string): SourceFile =>
      data(
        `jobs:\n  a:\n    steps:\n      - shell: ${shellName}\n        run: curl -f -d "${T}" https://api.cloudflare.com/client/v4/zones\n`,
        'cloudflare-auth/yaml',
        '.github/workflows/a.yml',
      );
    expect(told(step('bash -ex {0}'))).toEqual(['trace CF_API_TOKEN bash -ex {0} | bash -ex {0}']);
    expect(told(step('bash -e {0}'))).toEqual([]);
  });
});

describe('files', () => {
  it.each([
    [`echo ${T} > token`, `file CF_API_TOKEN echo | ${T}`],
    [`conf=$(mktemp); printf 'header = "Authorization: Bearer %s"' ${T} > "$conf"; curl -K "$conf" a`],
    [`folder="$(mktemp -d)"; echo ${T} | tee "$folder/token" > /dev/null; echo ${T} > "$folder/token"`],
  ])('%s', (command, ...expected) => {
    expect(told(shell(command))).toEqual(expected);
  });
});

describe('arguments that other processes see', () => {
  it.each([
    ['sudo cloudflared service install "$TUNNEL_TOKEN"', 'command TUNNEL_TOKEN cloudflared | $TUNNEL_TOKEN'],
    ['cloudflared tunnel run --token "$TUNNEL_TOKEN"', 'command TUNNEL_TOKEN cloudflared | $TUNNEL_TOKEN'],
    ['cloudflared tunnel run --token=$TUNNEL_TOKEN', 'command TUNNEL_TOKEN cloudflared | $TUNNEL_TOKEN'],
    ['cloudflared tunnel run --token "$1"', 'command $1 cloudflared | $1'],
    ['docker run -d cloudflare/cloudflared:latest tunnel run --token "$CONNECTOR"', 'command CONNECTOR docker | $CONNECTOR'],
    ['docker run -d example/cli run --token "$CONNECTOR"; docker run -d cloudflare/cloudflared tunnel run --token-file /token'],
    [`cf-terraforming generate -t ${T}`, `command CF_API_TOKEN cf-terraforming | ${T}`],
    ['cloudflared tunnel run --token-file token; cloudflared tunnel run "$TUNNEL"; cloudflared service install'],
  ])('%s', (command, ...expected) => {
    expect(told(shell(command))).toEqual(expected);
  });

  it('in the command of a container', () => {
    const compose = (command: string): SourceFile =>
      data(`services:\n  a:\n    image: cloudflare/cloudflared:2026.1.0\n    command: ${command}\n`, 'cloudflare-auth/yaml', 'compose.yml');
    expect(told(compose('tunnel run --token ${TUNNEL_TOKEN}'))).toEqual(['command TUNNEL_TOKEN tunnel | ${TUNNEL_TOKEN}']);
    expect(told(compose('tunnel run'))).toEqual([]);
  });
});

describe('variables that a script gives a value itself', () => {
  it.each([
    [`CF_API_TOKEN=$(cat token)\necho ${T}`, `log CF_API_TOKEN echo | ${T}`],
    [`CF_API_TOKEN=$1\necho ${T}`, `log CF_API_TOKEN echo | ${T}`],
    [`read -rs CF_API_TOKEN\necho ${T}`, `log CF_API_TOKEN echo | ${T}`],
    [`CF_ZONE=$(cat zone)\necho $CF_ZONE`],
    [`CF_API_TOKEN=$(mask "$1")\necho ${T}`],
  ])('%s', (script, ...expected) => {
    expect(told(shell(script))).toEqual(expected);
  });
});

describe('filters that show it in another form', () => {
  it.each([
    [`echo ${T} | sed 's/./& /g'`, `log CF_API_TOKEN echo | ${T}`],
    [`echo ${T} | cut -c1-20`, `log CF_API_TOKEN echo | ${T}`],
    [`echo ${T} | head -c 12`, `log CF_API_TOKEN echo | ${T}`],
    [`echo ${T} | sed 's/.*/set/'; echo ${T} | sha256sum; echo ${T} | wc -c; echo ${T} | cut -c1-20 > /dev/null`],
  ])('%s', (script, ...expected) => {
    expect(told(shell(script))).toEqual(expected);
  });
});

describe('code of whoever opens a pull request', () => {
  const workflow = (event: string, ref: string): SourceFile =>
    data(
      `on: ${event}
jobs:
  a:
    steps:
      - uses: actions/checkout@v5
        with: { ref: '${ref}' }
      - run: npm ci
        env:
          CF_API_TOKEN: \${{ secrets.CF_API_TOKEN }}
`,
      'cloudflare-auth/yaml',
      '.github/workflows/a.yml',
    );
  const head = '${{ github.event.pull_request.head.sha }}';

  it('is given the secrets of the repository', () => {
    const expected = ['untrusted CF_API_TOKEN pull_request_target | CF_API_TOKEN: ${{ secrets.CF_API_TOKEN }}'];
    expect(told(workflow('pull_request_target', head))).toEqual(expected);
    expect(told(workflow('[push, pull_request_target]', head))).toEqual(expected);
    expect(told(workflow('{ pull_request_target: { types: [opened] } }', head))).toEqual(expected);
  });

  it('not on other events, and not if it is not fetched', () => {
    expect(told(workflow('pull_request', head))).toEqual([]);
    expect(told(workflow('pull_request_target', 'main'))).toEqual([]);
  });
});

describe('commands that a helper of a program runs', () => {
  it('are read as what they are', () => {
    const code = `import { execSync } from 'node:child_process'; const run = (line) => execSync(line); run('curl -v -H "X-Auth-Key: $CLOUDFLARE_API_KEY" https://api.cloudflare.com/client/v4/zones');`;
    expect(told(javascript(code))).toEqual(['verbose CLOUDFLARE_API_KEY curl | v']);
  });
});
