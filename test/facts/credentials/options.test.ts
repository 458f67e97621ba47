/** Options of command lines and answers to questions that are printed all together. */
import { expect, it } from 'vitest';
import { exposures } from '../../../src/facts/exposure/exposures.js';
import { javascript } from '../../models/program.js';

function told(code: string): readonly string[] {
  const file = javascript(`// for Cloudflare\n${code}`, { path: 'program.ts' });
  return exposures(file).map(({ at, variable }) => `${variable} | ${file.text.slice(at.start, at.end)}`);
}

const commander = `import { Command } from 'commander'; const program = new Command();`;
const yargs = `import yargs from 'yargs';`;

const table: readonly (readonly [code: string, ...expected: readonly string[]])[] = [
  // parseArgs
  [
    `import { parseArgs } from 'node:util'; const { values } = parseArgs({ options: { 'cf-token': {} } }); log(values); console.log(values);`,
    'cf-token | values',
  ],
  [
    `import { parseArgs } from 'node:util'; const { values, positionals } = parseArgs({ options: { 'cf-token': {} } }); console.log(positionals, values.zone);`,
  ],
  [`import { parseArgs } from 'node:util'; console.log(parseArgs({ options: { zone: {} } }).values);`],
  // commander
  [
    `${commander} program.option('-t, --cf-token <token>').option('--zone <zone>'); console.log(program.opts(), program.opts().zone);`,
    'cf-token | program.opts()',
  ],
  [`${commander} program.option('-t, --token <token>', 'token of Cloudflare'); console.log(program.opts());`, 'token | program.opts()'],
  [`${commander} program.option('-t, --token <token>', 'token of GitHub'); console.log(program.opts());`],
  [
    `import { Command, Option } from 'commander'; const program = new Command().addOption(new Option('--token <t>').env('CF_API_TOKEN')); console.log(program.opts().zone);`,
  ],
  [`${commander} program.command('a').option('--cf-token <t>').action((options) => { console.log(options); });`, 'cf-token | options'],
  [
    `${commander} program.command('a <zone>').option('--cf-token <t>').action((zone, options, command) => { console.log(zone, command); });`,
  ],
  [
    `${commander} program.command('a').option('--cf-token <t>'); program.command('b').action((options) => console.log(options, program.opts()));`,
  ],
  [
    `import { program } from 'commander'; program.requiredOption('--cf-token <t>'); program.parse(); console.log(program.optsWithGlobals());`,
    'cf-token | program.optsWithGlobals()',
  ],
  // yargs
  [
    `${yargs} const argv = yargs(process.argv).option('cf-token', { type: 'string' }).parseSync(); console.log(argv, argv.zone);`,
    'cf-token | argv',
  ],
  [
    `${yargs} console.log(yargs.options({ token: { default: process.env.CF_API_TOKEN } }).argv);`,
    'token | yargs.options({ token: { default: process.env.CF_API_TOKEN } }).argv',
  ],
  [
    `${yargs} yargs.command('a', 'b', (y) => y.option('cf-token'), (argv) => { console.log(argv); }).command('c', 'd', {}, (argv) => { console.log(argv); });`,
    'cf-token | argv',
  ],
  // others
  [
    `import minimist from 'minimist'; console.log(minimist(process.argv, { string: ['zone', 'cloudflare-token'] }));`,
    `cloudflare-token | minimist(process.argv, { string: ['zone', 'cloudflare-token'] })`,
  ],
  [
    `import meow from 'meow'; const cli = meow('help', { flags: { cfToken: { type: 'string' } } }); console.log(cli.input, cli.flags);`,
    'cfToken | cli.flags',
  ],
  [
    `import { defineCommand } from 'citty'; defineCommand({ args: { cfToken: { type: 'string' } }, run({ args }) { console.log(args, args.zone); } });`,
    'cfToken | args',
  ],
  [
    `import { Command, Flags } from '@oclif/core'; class A extends Command { static flags = { 'cf-token': Flags.string() }; async run() { const { flags } = await this.parse(A); this.log(JSON.stringify(flags), flags.zone); } }`,
    'cf-token | JSON.stringify(flags)',
  ],
  [
    `import { Command, Flags } from '@oclif/core'; class A extends Command { static flags = { token: Flags.string({ env: 'CLOUDFLARE_API_TOKEN' }), zone: Flags.string({ env: 'CF_ZONE_ID' }) }; async run() { const { flags } = await this.parse(A); this.log(flags); this.log(flags.zone); } }`,
    'token | flags',
  ],
  // questions
  [
    `import inquirer from 'inquirer'; const answers = await inquirer.prompt([{ name: 'token', message: 'Token of Cloudflare' }, { name: 'zone' }]); console.log(answers, answers.zone);`,
    'token | answers',
  ],
  [
    `import prompts from 'prompts'; prompts({ name: 'cloudflareToken' }).then((answers) => console.log(answers));`,
    'cloudflareToken | answers',
  ],
  [
    `import { password } from '@inquirer/prompts'; const secret = await password({ message: 'Cloudflare API token:' }); console.log(secret, secret.length);`,
    'secret | secret',
  ],
  [
    `import { input } from '@inquirer/prompts'; const called = await input({ message: 'Name of the Cloudflare token' }); console.log(called);`,
  ],
  [
    `import * as p from '@clack/prompts'; const token = await p.password({ message: 'Your Cloudflare token' }); p.log.info(\`\${token}\`);`,
    'token | `${token}`',
  ],
];

it.each(table)('%s', (code, ...expected) => {
  expect(told(code)).toEqual(expected);
});
