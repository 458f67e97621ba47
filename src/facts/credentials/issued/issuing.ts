import { resources } from '../../../cloudflare/tokens/grants.js';
import { isSecretField, type Issued, issued, issuedMembers, readers, revealing } from '../../../cloudflare/credentials/issued.js';
import type { Call, Name, SourceFile } from '../../../source/model.js';
import { perFile } from '../../../source/memoized.js';
import { presentValue, shape } from '../../../source/values.js';
import { sdkMember } from '../../requests/sdk-clients.js';
import { pathOf } from '../../requests/request-urls.js';
import { requests } from '../../requests/requests.js';
import { pickingCommands } from './picking-commands.js';

/** A secret that Cloudflare has just issued, or the response that contains it. */
export interface IssuedSecret {
  readonly variable: string;
  /** Where the call begins that requested it. */
  readonly issuedAt: number;
  readonly whole?: 'answer';
}

/** Returns a function from a name or call of a file to the issued secret that it is or contains. */
export const issuing = perFile((file: SourceFile): ((value: Name | Call) => IssuedSecret | undefined) => {
  const rows = new Map(
    requests(file).flatMap((request) =>
      request.urls.flatMap((url) => {
        const operation = `${presentValue(request.method) ?? ''} ${pathOf(shape(url)) ?? ''}`;
        const row = issued.find((each) => each.operation.test(operation));
        return row ? [[request.at.start, row] as const] : [];
      }),
    ),
  );
  const picking = pickingCommands(file, rows);
  return (value) => {
    const picked = value.kind === 'call' ? picking.get(value.at.start) : undefined;
    if (picked) return { variable: ['result', ...picked.fields.slice(0, 1)].join('.'), issuedAt: value.at.start };
    const of = value.kind === 'call' ? value : value.of;
    if (of?.callee.kind !== 'name') return undefined;
    const path = value.kind === 'call' ? [] : value.path;
    return byMethod(of, path) ?? byAnswer(of, path, rows) ?? byResource(of.callee, of, path);
  };
});

/** `(await client.user.tokens.create(…)).value` */
function byMethod(call: Call, path: readonly string[]): IssuedSecret | undefined {
  const member = call.callee.kind === 'name' ? sdkMember(call.callee) : undefined;
  const row = member?.sure && !call.new ? issued.find(({ method }) => method.test(member.path)) : undefined;
  if (!member || !row) return undefined;
  const called = `${member.path.split('.').slice(-2).join('.')}()`;
  return found(called, call, path, row);
}

/** `(await response.json()).result.value` and `response.data.result.value`. `response` itself exposes nothing of its body. */
function byAnswer(call: Call, path: readonly string[], rows: ReadonlyMap<number, Issued>): IssuedSecret | undefined {
  const { callee } = call;
  const isRead = callee.kind === 'name' && callee.of !== undefined && callee.path.length === 1 && readers.has(callee.path[0] ?? '');
  const answer = isRead ? callee.of : call;
  const row = rows.get(answer.at.start);
  const [reader = '', first, ...below] = isRead ? [...callee.path, ...path] : path;
  if (!row || !readers.has(reader) || (first !== undefined && first !== 'result')) return undefined;
  if (first === undefined && row.fields.length === 0) return { variable: 'result', issuedAt: answer.at.start, whole: 'answer' };
  return found('result', answer, below, row);
}

function found(called: string, { at }: Call, path: readonly string[], row: Issued): IssuedSecret | undefined {
  const { fields } = row;
  const [field] = path;
  if (field === undefined)
    return fields.length === 0
      ? { variable: called, issuedAt: at.start }
      : { variable: `${called}.${fields[0] ?? ''}`, issuedAt: at.start, whole: 'answer' };
  return path.length === 1 && isSecretField(row, field) ? { variable: `${called}.${field}`, issuedAt: at.start } : undefined;
}

/** `new cloudflare.ApiToken('ci', …).value`, `(await AccountApiToken('ci', …)).value.unencrypted` */
function byResource({ module = '', path: type }: Name, { at, new: isNew }: Call, path: readonly string[]): IssuedSecret | undefined {
  const resource = path.length > 0 && resources.find(({ modules, member }) => modules.test(module) && member.test(type.join('.')));
  if (!resource) return undefined;
  const members = issuedMembers[resource.makes].map((member) => (isNew ? member : `${member}.${revealing}`));
  return members.includes(path.join('.')) ? { variable: `${type.at(-1) ?? ''}.${path.join('.')}`, issuedAt: at.start } : undefined;
}
