/** Arguments that assign a value to a name: `-e CF_API_TOKEN=…`, `--set cloudflare.apiToken=…`, `--token=…`. */
import type { Binding, Call, Name, Text } from '../../source/model.js';
import { literal, unwrapHole, part, place, shape } from '../../source/values.js';

/** Returns the bindings made by the arguments of a command. */
export function givenNames(call: Call): readonly Binding[] {
  const program = call.callee.kind === 'name' ? call.callee.path : [];
  return call.arguments.flatMap((argument) => (argument.kind === 'text' ? inArgument(argument, program) : []));
}

function inArgument(text: Text, program: readonly string[]): readonly Binding[] {
  const whole = shape(text);
  const [option = '', name] = /^--?([A-Z][\w-]*)=/i.exec(whole) ?? [];
  const [given = '', variable] = /^([A-Z_][\w.]*)=/i.exec(whole.slice(option.length)) ?? [];
  const end = option.length + given.length;
  const last = variable ?? name;
  if (last === undefined || end === whole.length) return [];
  // By convention, only environment variables are in upper case.
  const before = variable === undefined ? program : /^[A-Z][A-Z\d_]*$/.test(variable) ? ['env'] : [];
  const names = [...before, ...last.split('.')];
  const nameAt = place(text, end - last.length - 1, end - 1);
  return [
    {
      names,
      value: unwrapHole(part(text, end, whole.length, names)),
      target: before[0] === 'env' ? { kind: 'name', path: names, at: nameAt } : undefined,
      nameAt,
      at: text.at,
    },
  ];
}

/** Programs that start containers, and pass variables of their own environment on to them: https://docs.docker.com/reference/cli/docker/container/run/#env */
const containers = /^(?:docker|docker-compose|podman|nerdctl)$/;

/** Returns the variables that a command passes on by name: `docker run -e CF_API_TOKEN`. */
export function passedNames({ callee, arguments: words }: Call): readonly Name[] {
  const program = callee.kind === 'name' ? (callee.path[0] ?? '') : '';
  if (!containers.test(program) && !words.slice(0, 1).some((word) => containers.test(literal(word) ?? ''))) return [];
  return words.flatMap((word, index): readonly Name[] => {
    const before = index > 0 ? words[index - 1] : undefined;
    const name = literal(word);
    const isPassed = before && /^(?:-e|--env)$/.test(literal(before) ?? '') && /^[A-Z]\w*$/i.test(name ?? '');
    return isPassed && name !== undefined ? [{ kind: 'name', path: ['env', name], at: word.at }] : [];
  });
}
