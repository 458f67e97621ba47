import {
  asCredentialName,
  descriptionKeys,
  isNamedAfterCloudflare,
  nameKeys,
  valueKeys,
  variableKeys,
} from '../../cloudflare/credentials/evidence.js';
import { type Role, roleOf } from '../../cloudflare/credentials/names.js';
import type { Call, SourceFile, Table, Value } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { get, presentValue, literal } from '../../source/values.js';
import type { ExpectedCredential } from './expected.js';
import { roleNamed } from './surroundings.js';

/** Returns defaults of options and settings whose description mentions Cloudflare. */
export const describedOptions = perFile((file: SourceFile): readonly ExpectedCredential[] => [
  ...file.tables.flatMap(ofTable),
  ...file.calls.flatMap(ofCall),
]);

/** `'api-token': { type: 'string', description: 'Cloudflare API token', default: '…' }` */
function ofTable(table: Table): readonly ExpectedCredential[] {
  const values = valueKeys.flatMap((key) => presentValue(get(table, key)) ?? []).filter((value) => value.kind === 'text');
  if (values.length === 0 || !descriptionKeys.some((key) => isAboutCloudflare(presentValue(get(table, key))))) return [];
  const names = [...values.map((value) => value.names.at(-2)), ...nameKeys.map((key) => textOf(presentValue(get(table, key))))];
  const role = names.map(roleOfOption).find((each) => each !== undefined);
  return role ? values.map((value) => ({ role, value })) : [];
}

/** `program.option('--token <token>', 'Cloudflare API token', '…')`, `typer.Option('…', envvar='CLOUDFLARE_API_TOKEN')` */
function ofCall(call: Call): readonly ExpectedCredential[] {
  const {
    callee,
    arguments: [first, ...others],
  } = call;
  if (callee.kind === 'name' && callee.path.at(-1)?.startsWith('StringVar') === true) return ofVariable(call);
  if (callee.kind !== 'name' || !/^(?:\w*option|flag|argument|field)$/i.test(callee.path.at(-1) ?? '')) return [];
  const read = others.filter((value) => value.kind === 'table').map((table) => roleNamed(table, variableKeys));
  const [known] = read.filter((each) => each !== undefined);
  if (known && first?.kind === 'text') return [{ role: known, value: first }];
  if (!others.some(isAboutCloudflare)) return [];
  const role = roleOfOption(/^(?:-\w,? ?(?:\|\s*)?)?-{0,2}([\w-]+)/.exec(textOf(first) ?? '')?.[1]);
  return role ? others.flatMap((value) => (value.kind === 'text' && !isAboutCloudflare(value) ? [{ role, value }] : [])) : [];
}

/** `flags.StringVar(&token, "cloudflare-token", "…", "API token")` of Go; `StringVarP` has a letter behind the name. */
function ofVariable({ arguments: values }: Call): readonly ExpectedCredential[] {
  const [name, ...rest] = values.filter((value) => value.kind === 'text').map((value) => ({ value, written: textOf(value) ?? '' }));
  const role =
    name && (roleOf([name.written]) ?? (rest.some(({ value }) => isAboutCloudflare(value)) ? roleOfOption(name.written) : undefined));
  const instead = rest.find(({ written }) => written.length > 1)?.value;
  return role && instead ? [{ role, value: instead }] : [];
}

function roleOfOption(name: string | undefined): Role | undefined {
  return name === undefined ? undefined : asCredentialName(name.replace(/^-+/, ''));
}

function isAboutCloudflare(value: Value | undefined): boolean {
  return isNamedAfterCloudflare(textOf(value) ?? '');
}

function textOf(value: Value | undefined): string | undefined {
  return value && literal(value);
}
