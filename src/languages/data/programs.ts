/** The JavaScript that actions/github-script runs in a workflow: https://github.com/actions/github-script. */
import type { Contents } from '../../source/model.js';
import { BrokenInput } from '../broken-input.js';
import { readJavaScriptFile } from '../javascript/file.js';
import { type DataFile, type Mapping, type Scalar, written } from './datum.js';

/** Returns the program of a step: `{ uses: 'actions/github-script@v7', with: { script: '…' } }`. */
export function programOf(step: Mapping): Scalar | undefined {
  const uses = valueOf(step, 'uses');
  if (uses?.kind !== 'scalar' || !/^actions\/github-script(?:@|$)/.test(written(uses))) return undefined;
  const inputs = valueOf(step, 'with');
  const script = inputs?.kind === 'mapping' ? valueOf(inputs, 'script') : undefined;
  return script?.kind === 'scalar' ? script : undefined;
}

function valueOf({ pairs }: Mapping, key: string): Mapping['pairs'][number]['value'] | undefined {
  return pairs.find((pair) => pair.key === key)?.value;
}

/** What the action passes to the program, which is the body of a function. */
const head = 'async({core,github,context,exec,io})=>{';

/** Reads a program; undefined if it does not parse. The rest of the file is blanked, so that all offsets are those of the file. */
export function programContents({ pieces = [] }: Scalar, { text, path }: DataFile): Contents | undefined {
  const start = pieces[0]?.at.start ?? 0;
  const body = text.slice(start, pieces.at(-1)?.at.end).trimEnd();
  if (start < head.length) return undefined;
  const blank = (part: string): string => part.replace(/[^\n\r]/g, ' ');
  const code = `${blank(text.slice(0, start - head.length))}${head}${withoutExpressions(body)}}${blank(text.slice(start + body.length + 1))}`;
  try {
    return readJavaScriptFile(code, `${path}.js`);
  } catch (error) {
    if (error instanceof BrokenInput) return undefined;
    throw error;
  }
}

/** GitHub replaces expressions before the program runs. In a string, one becomes a value of a template, elsewhere an unknown name. */
function withoutExpressions(code: string): string {
  let isInTemplate = false;
  return code.replace(token, (written: string, quote: string | undefined, quoted: string, expression: string) => {
    if (written === '`') isInTemplate = !isInTemplate;
    if (quote !== undefined && !isInTemplate) return `\`${quoted.replace(expressions, inTemplate)}\``;
    if (quote !== undefined) return quote + quoted.replace(expressions, inTemplate) + quote;
    if (!written.startsWith('${{')) return written;
    return isInTemplate ? inTemplate(written, expression) : `$${'_'.repeat(written.length - 1)}`;
  });
}

function inTemplate(_: string, expression: string): string {
  const isName = /^\s*[A-Z_]\w*(?:\.[A-Z_]\w*)*\s*$/i.test(expression);
  return `\${ ${isName ? expression : '_'.repeat(expression.length)} }`;
}

const expressions = /\$\{\{([^{}]*)\}\}/g;

/** An escaped character, a template's quote, a quoted string with an expression in it, or an expression. */
const token = /\\.|`|(["'])((?:(?!\1)[^\\\n`])*?\$\{\{(?:(?!\1)[^\\\n`])*)\1|\$\{\{([^{}]*)\}\}/g;
