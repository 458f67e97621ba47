import { httpClients } from '../../cloudflare/http/http-clients.js';
import { httpCommands } from '../../cloudflare/http/http-commands.js';
import { tracingShell } from '../../cloudflare/sinks/shell-output.js';
import type { SourceFile, Span, Table, Value } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { beginningIn } from '../../source/span.js';
import { get, presentValue, literal } from '../../source/values.js';
import { wordsOf } from '../program/command-options.js';
import { streamsOf } from '../program/commands.js';
import { at } from '../requests/http-clients.js';
import type { Request } from '../requests/request.js';
import { option } from '../requests/request-parts.js';
import { requests } from '../requests/requests.js';
import { type Exposure, exposureOf } from './exposure.js';
import { type Flow, flows } from './flows.js';

type FlowsOf = (value: Value) => readonly Flow[];

/** Returns credentials that commands print because of an option for verbose output: `curl -v`, `bash -x`. */
export const verboseOutputs = perFile((file: SourceFile): readonly Exposure[] => {
  const flowsOf = flows(file);
  return [
    ...requests(file).flatMap((request) => ofRequest(request, flowsOf)),
    ...file.tables.flatMap((table) => ofShell(table, file, flowsOf)),
  ];
});

/** Returns credentials in a request that is printed with its headers, unless that output is redirected. */
function ofRequest(request: Request, flowsOf: FlowsOf): readonly Exposure[] {
  const { client, headers } = request;
  const place = tracedAt(request);
  return place ? headers.flatMap(({ value }) => flowsOf(value).map((flow) => exposureOf(flow, place, 'verbose', client))) : [];
}

/** Returns the option that makes a request print what it sends. */
function tracedAt({ call, client, options = [] }: Request): Span | undefined {
  const command = at(httpCommands, client);
  const said = command && wordsOf(call, command).find(({ is }) => is === 'shows');
  if (said) return streamsOf(call)?.entries.some(({ key }) => key === '2>') ? undefined : said.at;
  const [name, elsewhere] = at(httpClients, client)?.traces ?? [];
  const value = name === undefined ? undefined : presentValue(option(options, [name]));
  const isOn = value?.kind === 'opaque' && (value.value === true || value.value === 1);
  return isOn && (elsewhere === undefined || option(options, [elsewhere]) === 'absent') ? value.at : undefined;
}

/** Returns credentials in a script that is traced: `shell: bash -x {0}`. */
function ofShell(table: Table, file: SourceFile, flowsOf: FlowsOf): readonly Exposure[] {
  const shell = presentValue(get(table, 'shell'));
  const script = presentValue(get(table, 'run'));
  if (!shell || !script || !tracingShell.test(literal(shell) ?? '')) return [];
  const values = beginningIn(file.calls, script.at).flatMap((call) => call.arguments);
  return values.flatMap((value) => flowsOf(value).map((flow) => exposureOf(flow, shell.at, 'trace', literal(shell) ?? 'bash -x')));
}
