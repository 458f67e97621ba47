import { isSecretVariable } from '../../cloudflare/credentials/names.js';
import type { Sink } from '../../cloudflare/sinks/sink.js';
import { sinks, workflowFiles } from '../../cloudflare/sinks/sinks.js';
import { workflowCommands } from '../../cloudflare/sinks/shell-output.js';
import { sinksOf, writtenWithPackage } from '../../cloudflare/sinks/languages.js';
import type { Binding, Call, Name, SourceFile, Value } from '../../source/model.js';
import { beginningIn, isInOtherFile, within } from '../../source/span.js';
import { perFile } from '../../source/memoized.js';
import { alternatives, get, literal, presentValue, shape, tablesOf, unknown } from '../../source/values.js';
import { rootOf } from '../program/callees.js';
import { type MadeCall, madeCalls } from '../program/calls.js';
import { makesInput } from '../program/commands.js';
import { onCommandLines } from './command-lines.js';
import { requestDisclosures } from './disclosures.js';
import { environmentDumped } from './environment-dumps.js';
import { type Exposure, exposureOf } from './exposure.js';
import { type Flow, flows, passedAt, placeIn } from './flows.js';
import { isPasswordField } from './form-fields.js';
import { imageExposures } from './images.js';
import { unmaskedBy } from './logger-masks.js';
import { imported } from '../program/imports.js';
import { isMasked } from '../program/masking.js';
import { scriptExposures } from './printed.js';
import { publicExposures } from './publications.js';
import { resultExposures } from './results.js';
import { sendsWhatItIsGiven } from './sent-through.js';
import { templateOutputs } from './template-outputs.js';
import { terraformExposures } from './terraform-outputs.js';
import { untrustedCodeExposures } from './untrusted-code.js';
import { verboseOutputs } from './verbose-output.js';

/** Returns every place of a file where a credential leaves the program, in source order. */
export const exposures = perFile((file: SourceFile): readonly Exposure[] => {
  const flowsOf = flows(file);
  const setting = {
    modules: imported(file),
    rows: sinksOf[file.language] ?? sinks,
    text: file.text,
    language: file.language,
    isSent: sendsWhatItIsGiven(file),
  };
  const found = [
    ...ofCalls(file, (made) => ofCall(made, flowsOf, setting)),
    ...file.bindings.flatMap((binding) => ofBinding(binding, flowsOf, setting)),
    ...requestDisclosures(file),
    ...publicExposures(file),
    ...scriptExposures(file),
    ...environmentDumped(file),
    ...verboseOutputs(file),
    ...onCommandLines(file),
    ...untrustedCodeExposures(file),
    ...imageExposures(file),
    ...terraformExposures(file),
    ...templateOutputs(file),
    ...resultExposures(file),
  ];
  // What remains in an image is on a command line as well: `docker build --build-arg TOKEN=…`.
  const inImages = found.filter(({ how }) => how === 'image').sort((one, other) => one.at.start - other.at.start);
  const isInImage = ({ how, variable, call }: Exposure): boolean =>
    how === 'command' &&
    call !== undefined &&
    beginningIn(inImages, call).some((image) => image.variable === variable && within(image.at, call));
  const seen = found.filter((exposure) => !isPasswordField(file.text, exposure) && !isInImage(exposure));
  return onePerObject(onePerFlow(seen)).sort((one, other) => one.at.start - other.at.start);
});

/** Returns what calls expose: as they are written, and otherwise as functions of the file make them for their callers. */
function ofCalls(file: SourceFile, exposedBy: (made: MadeCall) => readonly Exposure[]): readonly Exposure[] {
  const written = new Set<string>();
  const keyOf = ({ at }: Call): string => [at.start, at.end].join(' ');
  const isWritten = ({ callers }: MadeCall): boolean => callers.length === 0;
  const calls = madeCalls(file);
  return [...calls.filter(isWritten), ...calls.filter((made) => !isWritten(made))].flatMap((made) => {
    if (!isWritten(made) && written.has(keyOf(made.call))) return [];
    const found = exposedBy(made);
    if (isWritten(made) && found.length > 0) written.add(keyOf(made.call));
    return found;
  });
}

type FlowsOf = (value: Value) => readonly Flow[];

/** The file's language and imports, and its sinks. */
interface Setting {
  readonly modules: ReadonlySet<string>;
  readonly rows: readonly Sink[];
  readonly text: string;
  readonly language: string;
  readonly isSent: (call: Call, variable: string) => boolean;
}

function ofCall({ call, callers }: MadeCall, flowsOf: FlowsOf, setting: Setting): readonly Exposure[] {
  const [through] = callers;
  const isTold = (variable: string): boolean => through !== undefined && isInOtherFile(call.at) && setting.isSent(through, variable);
  const ownClass = call.new && call.callee.kind === 'opaque' ? call.callee : undefined;
  const callee = ownClass ? ownClass.base : call.callee;
  const method = callee?.kind === 'name' ? (callee.path.at(-1) ?? '') : '';
  const sink = callee?.kind === 'name' ? sinkOf(callee, method, setting) : undefined;
  if (!sink || callee?.kind !== 'name' || (sink.template && !call.template)) return [];
  if (sink.leak === 'log' && call.arguments.some(isMaskingLine)) return [];
  if (sink.leak === 'response' && call.new && makesInput(call, setting.text)) return [];
  const isObject = (value: Value): boolean => flowsOf(value).some(isPartOf);
  const isError = (value: Value): boolean => flowsOf(value).some(({ source }) => source.whole === 'error');
  const unmasked = sink.leak === 'log' ? unmaskedBy(callee, { text: setting.text, isObject, isError }) : undefined;
  const how = sink.leak === 'file' && writesWorkflowFile(call) ? 'output' : sink.leak;
  const showsWhole = sink.whole?.test(method) === true;
  const by = displayName(callee, setting.text.slice(call.calleeAt.start, call.calleeAt.end), setting.language);
  const found = call.arguments.flatMap((argument, index) => {
    if (sink.positions && !sink.positions.includes(index)) return [];
    const at = call.argumentsAt?.[index] ?? argument.at;
    // An error of the program's own shows its message; what its class does with other arguments is unknown.
    if (ownClass && argument.kind !== 'text') return [];
    const values = sink.options ? optionsIn(argument, sink.options) : sink.wordsOnly ? wordsIn(argument) : [argument];
    const left = unmasked ? values.flatMap((value) => unmasked(value, index) ?? []) : values;
    const shown = left.flatMap(flowsOf).filter(({ source }) => (source.whole === undefined || showsWhole) && !isTold(source.variable));
    return shown.map((flow) => {
      const place = passedAt(callers, flow, flowsOf) ?? placeIn(at, flow);
      const told = exposureOf(flow, place, how === 'log' && flow.source.whole === 'error' ? 'caught' : how, by);
      const isObject = flow.object !== undefined || isPartOf(flow) || argument.kind === 'table' || argument.kind === 'call';
      const isWhole = isObject && place.start === at.start && place.end === at.end;
      return { ...told, call: (through ?? call).at, isPassed: place.start === call.calleeAt.start, isWhole };
    });
  });
  return found.length > 0 ? together(found) : named(call, sink, by);
}

function optionsIn(argument: Value, names: readonly string[]): readonly Value[] {
  return tablesOf(argument).flatMap((table) => names.flatMap((name) => presentValue(get(table, name)) ?? []));
}

function wordsIn(argument: Value): readonly Value[] {
  return alternatives(argument).filter(({ kind }) => kind !== 'table');
}

/** `localStorage.setItem('cloudflare_api_token', value)`: a value stored under a credential's name is one. */
function named({ arguments: values, argumentsAt, at: call }: Call, { naming, leak }: Sink, by: string): readonly Exposure[] {
  const variable = naming === undefined ? undefined : literal(values[naming] ?? unknown(call));
  const value = naming === undefined ? undefined : values[naming + 1];
  if (variable === undefined || !value || !isSecretVariable(variable)) return [];
  const isGiven = alternatives(value).some(
    (option) => (option.kind === 'name' && option.path.at(-1) !== 'length') || option.kind === 'call',
  );
  if (!isGiven || isMasked(value)) return [];
  return [{ at: argumentsAt?.[(naming ?? 0) + 1] ?? value.at, how: leak, variable, by, revealed: Infinity, call }];
}

/** Whether a credential is a member of the value in which it is found. */
function isPartOf({ source: { whole, isPlain } }: Flow): boolean {
  return whole !== undefined || isPlain === true;
}

/** `::add-mask::…` hides the rest of the line in a workflow's log. */
function isMaskingLine(value: Value): boolean {
  return value.kind === 'text' && workflowCommands.some(([line, does]) => does === 'masks' && line.test(shape(value)));
}

/** Whether a call writes one of the files through which the steps of a workflow exchange values: `Out-File -FilePath $env:GITHUB_OUTPUT`. */
function writesWorkflowFile({ arguments: values }: Call): boolean {
  const isOne = (value: Value): boolean => value.kind === 'name' && workflowFiles.has(value.path.at(-1) ?? '');
  return values.some((value) => isOne(value) || (value.kind === 'table' && value.entries.some((entry) => isOne(entry.value))));
}

/** `document.cookie = …`, `ctx.body = …`. */
function ofBinding({ target, names, value, at }: Binding, flowsOf: FlowsOf, { modules, rows }: Setting): readonly Exposure[] {
  const member = target?.path.at(-1);
  if (!target || member === undefined) return [];
  const sink = rows.find((each) => each.members?.test(member) && isReachedBy(each, target, modules));
  if (!sink) return [];
  const shown = flowsOf(value).filter(({ source }) => source.whole === undefined || sink.whole?.test(member));
  const outer = within(value.at, at) ? value.at : at;
  const by = (target.path.length > 1 ? target.path : names).slice(-2).join('.');
  return shown.map((flow) => exposureOf(flow, placeIn(outer, flow), sink.leak, by));
}

function sinkOf(callee: Name, method: string, { modules, rows }: Setting): Sink | undefined {
  return rows.find((sink) => sink.functions.test(method) && isReachedBy(sink, callee, modules));
}

/**
 * Returns a function's name as the program writes it: `console.log`, `res.json`, `log.info`; with its package in languages that always require it.
 */
function displayName(callee: Name, written: string, language: string): string {
  const root = rootOf(callee);
  const isOfPackage = callee.module !== undefined && callee.path.length === 1;
  if (isOfPackage && writtenWithPackage.has(language) && /^\w+\.\w+$/.test(written)) return written;
  if (root === callee) return callee.path.slice(-2).join('.') || (callee.module ?? '');
  // The result of a call is named after the variable that holds it.
  if (/^\w+(?:\.\w+)+$/.test(written)) return written.split('.').slice(-2).join('.');
  return [root.path[0] ?? root.module, callee.path.at(-1)].filter(Boolean).join('.');
}

function isReachedBy(sink: Sink, callee: Name, modules: ReadonlySet<string>): boolean {
  const root = rootOf(callee);
  const { module, local, path } = root;
  if (module !== undefined && sink.modules?.test(module)) return true;
  if (module !== undefined && sink.modules?.test(`${module}#${path[0] ?? ''}`)) return true;
  const owner = path.slice(0, -1).join('.');
  const isGlobal = module === undefined && !root.of && !local;
  if (isGlobal && (sink.globals?.test(owner) || sink.globals?.test(path.join('.')))) return true;
  const maker = callee.of?.callee;
  if (sink.returnedBy) return maker?.kind === 'name' && maker.local === true && sink.returnedBy.test(maker.path.at(-1) ?? '');
  const whole = wholeOf(root);
  if (whole !== undefined && sink.globals?.test(whole)) return true;
  const { objects, beside } = sink;
  if ((sink.localOnly && !local) || (beside && ![...modules].some((each) => beside.test(each)))) return false;
  if (!objects) return (beside !== undefined || sink.localOnly === true) && path.length === 1;
  const names =
    root === callee
      ? [path.length > 1 ? path.at(-2) : fileName(module), path.slice(-3, -1).join('.')]
      : [...path.slice(0, -1), callee.path.at(-2), fileName(module), makerOfLogger(path)];
  return names.some((name) => name !== undefined && objects.test(name));
}

/** Returns the class of the object whose values a variable is one of: `[client, server] = Object.values(new WebSocketPair())`. */
function wholeOf({ from }: Name): string | undefined {
  const [made] = from?.callee.kind === 'name' && from.callee.path.join('.') === 'Object.values' ? from.arguments : [];
  return made?.kind === 'call' && made.new && made.callee.kind === 'name' ? made.callee.path.join('.') : undefined;
}

/** Returns the function or class that makes a logger: `new Logger()`, `createLogger()`, `getLogger()`. */
function makerOfLogger(path: readonly string[]): string | undefined {
  const last = path.at(-1);
  return last?.endsWith('Logger') ? last : undefined;
}

/** Returns the base name of a module, which is usually that of its export: `./lib/logger.js`, `@acme/logger`. */
function fileName(module: string | undefined): string | undefined {
  return module?.includes('/') ? module.slice(module.lastIndexOf('/') + 1).replace(/\.\w+$/, '') : undefined;
}

/** Adds up what several pieces reveal of a credential, and reports the first of them. */
function together(found: readonly Exposure[]): readonly Exposure[] {
  const revealed = new Map<string, number>();
  for (const each of found) revealed.set(each.variable, (revealed.get(each.variable) ?? 0) + each.revealed);
  const isFirst = ({ variable }: Exposure, index: number): boolean => found.findIndex((each) => each.variable === variable) === index;
  return found
    .filter((each, index) => each.revealed === Infinity || isFirst(each, index))
    .map((each) => ({ ...each, revealed: revealed.get(each.variable) ?? each.revealed }));
}

/** Reports an object that is sent in several responses once, at the object. */
function onePerObject(found: readonly Exposure[]): Exposure[] {
  const keyOf = ({ how, object, variable, call }: Exposure): string | undefined =>
    how === 'response' && object && call && !within(object, call) ? [object.start, variable].join(' ') : undefined;
  const alike = new Map<string, Exposure[]>();
  for (const each of found) {
    const key = keyOf(each);
    if (key !== undefined) alike.set(key, [...(alike.get(key) ?? []), each]);
  }
  return found.flatMap((each): readonly Exposure[] => {
    const [first, second] = alike.get(keyOf(each) ?? '') ?? [];
    if (!first?.object || !second) return [each];
    return each === first ? [{ ...first, at: first.object }] : [];
  });
}

/** Reports each credential once per place: the first exposure found there. */
function onePerFlow(found: readonly Exposure[]): Exposure[] {
  const seen = new Map<string, Exposure>();
  for (const each of found) {
    const key = [each.at.start, each.at.end, each.variable].join(' ');
    if (!seen.has(key)) seen.set(key, each);
  }
  return [...seen.values()];
}
