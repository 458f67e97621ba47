import { type VisibleArgument, visibleArguments } from '../../cloudflare/sinks/shell-output.js';
import type { Call, SourceFile, Value } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { within } from '../../source/span.js';
import { shape } from '../../source/values.js';
import { leaves, nameOfLeaf } from '../credentials/sent-credentials.js';
import { callsOf } from '../program/calls.js';
import { programOf, streamsOf, wordsOfCommand } from '../program/commands.js';
import { type Exposure, exposureOf } from './exposure.js';
import { flows, placeIn } from './flows.js';

/**
 * Returns credentials that a script passes to a program as arguments although it could pass them out of sight:
 * `cloudflared service install "$TOKEN"`.
 */
export const onCommandLines = perFile((file: SourceFile): readonly Exposure[] => {
  const flowsOf = flows(file);
  return callsOf(file).flatMap((call) => {
    const program = programOf(call);
    if (program === undefined) return [];
    return visibleArguments
      .filter(({ programs }) => programs.test(program))
      .flatMap((row) =>
        argumentsOf(call, row).flatMap((value) => {
          const found = flowsOf(value);
          if (found.length === 0) return row.own ? ofNames(value, program, call) : [];
          // A value from elsewhere is reported where a function of the program passes it.
          return isGivenBy(call, value) ? found.map((flow) => exposureOf(flow, placeIn(value.at, flow), 'command', program)) : [];
        }),
      );
  });
});

/** Reports the values of an option for credentials, whatever their names. */
function ofNames(value: Value, by: string, call: Call): readonly Exposure[] {
  return leaves(value).flatMap((leaf) => {
    const variable = leaf.kind === 'name' ? nameOfLeaf(leaf) : undefined;
    const at = isGivenBy(call, leaf) ? leaf.at : call.at;
    // The call of a function that runs the command does not show the argument.
    const isSeen = at === leaf.at || within(call.calleeAt, at);
    return variable === undefined || !isSeen ? [] : [{ at, how: 'command', variable, by, revealed: Infinity }];
  });
}

/** Whether a value is written in the command's own arguments, unlike one that a function returns. */
function isGivenBy({ at }: Call, value: Value): boolean {
  return within(value.at, at) || (value.kind === 'name' && value.local === true && value.path.length === 1);
}

function argumentsOf(call: Call, { option, after, behind }: VisibleArgument): readonly Value[] {
  const streams = streamsOf(call);
  const values = call.arguments.filter((value) => value !== streams);
  const words = wordsOfCommand(call);
  if (behind && !words.some((word) => behind.test(word))) return [];
  return values.filter((value, index) => {
    if (after) return after.test(words.slice(0, index).join(' '));
    const inline = value.kind === 'text' ? /^(-[\w-]+)=/.exec(shape(value))?.[1] : undefined;
    return option?.test(inline ?? words[index - 1] ?? '') === true;
  });
}
