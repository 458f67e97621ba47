import { operationAt } from '../../cloudflare/api/operations.js';
import { apiPath } from '../../cloudflare/http/hosts.js';
import type { Call, SourceFile } from '../../source/model.js';
import { shape, textsOf } from '../../source/values.js';
import { madeCalls } from '../program/calls.js';
import { isInTest, isTest } from '../../source/test-files.js';
import type { Request } from '../requests/request.js';
import type { ApiUse } from './api-use.js';
import { methodOf, namedMethod } from './argument-methods.js';
import { isOpen } from './operations.js';

/** Words in the names of functions that send requests. */
const sending = /fetch|request|curl|http|rest|send|call|api|query/i;
const named = /(?:^|_)(?:get|post|put|patch|delete|del)(?=$|[_A-Z])|(?:Get|Post|Put|Patch|Delete)$/;

/** Returns API URLs that are passed to functions whose code is unknown: `_post "$data" "$API/zones"`, where `_post` is defined in another script. */
export function ofHandedUrls(file: SourceFile, sent: readonly Request[]): readonly ApiUse[] {
  if (isTest(file)) return [];
  const known = new Set(sent.flatMap(({ calleeAt, through }) => [calleeAt.start, ...(through ? [through.start] : [])]));
  return madeCalls(file).flatMap(({ call, callers: [through = call] }) => {
    if (known.has(call.calleeAt.start) || known.has(through.calleeAt.start) || !isSender(call) || isInTest(through.calleeAt, file))
      return [];
    return pathsIn(call).map((path): ApiUse => {
      // `_rest POST zones/…` has one branch per method.
      const method = namedMethod(through) ?? methodOf(call);
      const operation = operationAt(method, path);
      const unclear = operation ? undefined : isOpen(path) ? 'path' : 'undescribed';
      const what = `${method} ${unclear === 'path' ? '…' : path}`;
      return { at: through.calleeAt, what, operation, unclear, ...(through !== call && { way: [call.calleeAt] }) };
    });
  });
}

function isSender({ callee, new: isMade }: Call): boolean {
  const name = callee.kind === 'name' ? (callee.path.at(-1) ?? '') : '';
  return !isMade && (sending.test(name) || named.test(name));
}

/** Returns the paths below the API root that are passed to a call. The root alone is not a request. */
function pathsIn(call: Call): readonly string[] {
  return call.arguments.flatMap(textsOf).flatMap((text) => {
    const path = apiPath(shape(text));
    return path === undefined || path === '/' ? [] : [path];
  });
}
