import { httpCommands } from '../../cloudflare/http/http-commands.js';
import { tracingShell } from '../../cloudflare/sinks/shell-output.js';
import type { SourceFile, Table, Value } from '../../source/model.js';
import { beginningIn, get, given, literal, perFile } from '../../source/values.js';
import { wordsOf } from '../program/command-options.js';
import { streamsOf } from '../program/commands.js';
import { at } from '../requests/http-clients.js';
import type { Request } from '../requests/request.js';
import { requests } from '../requests/requests.js';
import { type Exposure, exposed } from './exposure.js';
import { type Flow, flows } from './flows.js';

type FlowsOf = (value: Value) => readonly Flow[];

/** Credentials that commands print because they are told to say what they do: `curl -v`, `bash -x`. */
export const saidAloud = perFile((file: SourceFile): readonly Exposure[] => {
  const flowsOf = flows(file);
  return [
    ...requests(file).flatMap((request) => ofRequest(request, flowsOf)),
    ...file.tables.flatMap((table) => ofShell(table, file, flowsOf)),
  ];
});

/** A request that is printed with its headers, to where nobody has sent the errors elsewhere. */
function ofRequest({ call, client, headers }: Request, flowsOf: FlowsOf): readonly Exposure[] {
  const command = at(httpCommands, client);
  const option = command && wordsOf(call, command).find(({ is }) => is === 'shows');
  const isKept = streamsOf(call)?.entries.some(({ key }) => key === '2>') === true;
  if (!option || isKept) return [];
  return headers.flatMap(({ value }) => flowsOf(value).map((flow) => exposed(flow, option.at, 'verbose', client)));
}

/** `shell: bash -x {0}` beside a script. */
function ofShell(table: Table, file: SourceFile, flowsOf: FlowsOf): readonly Exposure[] {
  const shell = given(get(table, 'shell'));
  const script = given(get(table, 'run'));
  if (!shell || !script || !tracingShell.test(literal(shell) ?? '')) return [];
  const values = beginningIn(file.calls, script.at).flatMap((call) => call.arguments);
  return values.flatMap((value) => flowsOf(value).map((flow) => exposed(flow, shell.at, 'trace', literal(shell) ?? 'bash -x')));
}
