/** Determines the object that holds the environment variables at a place in a program. */
import type { Reading } from '../reading.js';
import { isFunction, type Node, parentOf, staticKey } from '../syntax/syntax.js';
import { textOf } from './nodes.js';

/** `process.env`, `env`, `this.env`, `c.env` …; undefined where no such object is known, as in a browser. */
export function environmentAt(reading: Reading, node: Node): string | undefined {
  const { text } = reading.sourceCode;
  return parameterAround(node) ?? readElsewhere(reading, node) ?? imported(text) ?? runtimes(text);
}

/** The parameter `env` of an enclosing function, or `{ env }` in the context of a Pages Function. */
function parameterAround(node: Node): 'env' | undefined {
  for (let inner = node, outer = parentOf(inner); outer; inner = outer, outer = parentOf(inner))
    if (isFunction(outer) && inner === outer.body && outer.params.some(givesEnv)) return 'env';
  return undefined;
}

function givesEnv(parameter: Node): boolean {
  if (parameter.type === 'Identifier') return parameter.name === 'env';
  if (parameter.type !== 'ObjectPattern') return false;
  return parameter.properties.some(
    (each) =>
      each.type === 'Property' &&
      staticKey(each.key, each.computed) === 'env' &&
      each.value.type === 'Identifier' &&
      each.value.name === 'env',
  );
}

/** The member `env` of an object, if the file reads it elsewhere: `c.env`, `this.env`. */
function readElsewhere(reading: Reading, node: Node): string | undefined {
  for (const read of reading.survey.reads) {
    const [, object, head = ''] = /^((\w+)(?:\.\w+)*\.env)\.[A-Z]\w*$/.exec(textOf(reading.sourceCode, read)) ?? [];
    if (object === undefined || /^(?:process|import|Deno|Bun)$/.test(head)) continue;
    if (head === 'this' ? classAround(read) === classAround(node) && classAround(node) : isSameVariable(reading, head, read, node))
      return object;
  }
  return undefined;
}

function classAround(node: Node): Node | undefined {
  let at = parentOf(node);
  while (at && at.type !== 'ClassBody') at = parentOf(at);
  return at;
}

/** Whether a name resolves to the same variable at both places. */
function isSameVariable({ scope: scopes }: Reading, name: string, one: Node, other: Node): boolean {
  const found = [one, other].map((node) => {
    for (let scope = scopes.around(node); scope; scope = scope.upper) {
      const variable = scope.set.get(name);
      if (variable) return variable;
    }
    return undefined;
  });
  return found[0] !== undefined && found[0] === found[1];
}

/** Modules that export the whole environment as `env`. */
function imported(text: string): 'env' | undefined {
  return /\benv\b[\w\s,]{0,300}\}\s*from\s*['"](?:cloudflare:workers|\$env\/dynamic\/private)['"]/.test(text) ? 'env' : undefined;
}

/** Matches code for browsers, Workers and frameworks that compile for both, where `process` may not exist. */
const withoutProcess =
  /^['"]use client['"]|\b(?:window|document|localStorage|sessionStorage|navigator)\.\w|\bimport\.meta\.env\b|['"](?:cloudflare:workers|\$env\/[\w/]+|\$app\/\w+|@angular\/core|svelte|vue|solid-js|react-native|lit(?:-element)?(?:\/[\w./]+)?)['"]|\bcustomElements\.define\b|\basync fetch\(\w+(?:: Request)?, _?env\b|\baddEventListener\(\s*['"]fetch['"]|<(?:script|template)[\s>]/m;

/** Settings of Angular, which it compiles into its pages. https://angular.dev/tools/cli/environments */
const settingsOfPages = /\bexport const environment\b[^={]{0,100}= \{\s*production\b/;

function runtimes(text: string): string | undefined {
  if (/\bDeno\.\w/.test(text)) return 'Deno.env';
  if (/\bBun\.\w/.test(text)) return 'Bun.env';
  return withoutProcess.test(text) || settingsOfPages.test(text) ? undefined : 'process.env';
}
