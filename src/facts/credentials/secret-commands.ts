import { asCredentialName, isNamedAfterCloudflare } from '../../cloudflare/credentials/evidence.js';
import { r2Host } from '../../cloudflare/http/hosts.js';
import { isSecretKeyName, type Role, roleOf } from '../../cloudflare/credentials/names.js';
import { credentialOptions, type SecretCommand, secretCommands } from '../../cloudflare/sinks/secret-commands.js';
import type { Call, SourceFile, Value } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { literal, part, shape } from '../../source/values.js';
import { inputOf, programOf } from '../program/commands.js';
import type { ExpectedCredential } from './expected.js';

/** Returns the credentials that commands receive as arguments or input. */
export const givenToCommands = perFile((file: SourceFile): readonly ExpectedCredential[] => {
  const hasR2 = r2Host.test(file.text);
  return file.calls.flatMap((call) => {
    const program = programOf(call);
    if (program === undefined) return [];
    const options = Object.hasOwn(credentialOptions, program) ? Object.entries(credentialOptions[program] ?? {}) : optionsOf(call, program);
    const row = secretCommands.find(({ command }) => command.startsWith(`${program} `) && begins(call, command));
    return [
      ...options.flatMap(([option, role]) => valuesOf(call, option).map((value) => ({ role, value }))),
      ...(row ? ofRow(call, row, hasR2) : []),
    ];
  });
});

/** Returns options named like a credential, of a program named after Cloudflare: `npx @cloudflare/mcp-server-cloudflare --token …`. */
function optionsOf({ arguments: values }: Call, program: string): readonly (readonly [option: string, role: Role])[] {
  if (!isNamedAfterCloudflare(program)) return [];
  return values.flatMap((value) => {
    const [, option = '', name = ''] = (value.kind === 'text' ? /^(--([\w-]+))(?:=|$)/.exec(shape(value)) : undefined) ?? [];
    const role = roleOf([name]) ?? asCredentialName(name);
    return role ? [[option, role] as const] : [];
  });
}

function begins({ arguments: values }: Call, command: string): boolean {
  const [, ...words] = command.split(' ');
  return words.every((word, index) => {
    const value = values[index];
    return value !== undefined && literal(value) === word;
  });
}

function ofRow(call: Call, { command, is }: SecretCommand, hasR2: boolean): readonly ExpectedCredential[] {
  const operands = call.arguments.slice(command.split(' ').length - 1).filter((value) => !(literal(value) ?? '').startsWith('-'));
  const name = operands[0] && literal(operands[0]);
  if (name === undefined) return [];
  const role = (key: string): Role | undefined =>
    roleOf([key]) ?? roleOf([name, key]) ?? (hasR2 && isSecretKeyName(key) ? 'r2-secret-access-key' : undefined);
  return is.flatMap((place) => {
    const values = place === 'next' ? operands.slice(1, 2) : place === 'input' ? [inputOf(call)] : valuesOf(call, place);
    return values.flatMap((value): readonly ExpectedCredential[] => {
      const [key, held] = value && place === '--from-literal' ? keyed(value) : [name.split(':').join('_'), value];
      const expected = held && role(key);
      return expected ? [{ role: expected, value: held }] : [];
    });
  });
}

/** Returns the values of an option: the next word, or what follows `=` or a one-letter option. */
function valuesOf({ arguments: values }: Call, option: string): readonly Value[] {
  return values.flatMap((value, index): readonly Value[] => {
    if (value.kind !== 'text') return [];
    const word = shape(value);
    if (word === option) return values.slice(index + 1, index + 2);
    const end = word.startsWith(`${option}=`) ? option.length + 1 : option.length === 2 && word.startsWith(option) ? 2 : 0;
    return end > 0 ? [part(value, end, word.length)] : [];
  });
}

/** Splits `key=secret`; the key is empty if there is none. */
function keyed(value: Value): readonly [key: string, value: Value | undefined] {
  if (value.kind !== 'text') return ['', undefined];
  const word = shape(value);
  const [whole = '', key = ''] = /^([\w.-]+)=/.exec(word) ?? [];
  return [key, part(value, whole.length, word.length)];
}
