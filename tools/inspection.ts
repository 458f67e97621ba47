/** Prints the model and the facts of a file in a form that can be shared: secrets are masked. */
import { rules } from '../rules/index.js';
import { lastUpTo, lineStartsOf } from '../src/languages/line-starts.js';
import { readByPath } from '../src/languages/register.js';
import { credentials } from '../src/facts/credentials/credentials.js';
import { globalKeys } from '../src/facts/credentials/keys/global-keys.js';
import { sentCredentials } from '../src/facts/credentials/sent-credentials.js';
import { exposures } from '../src/facts/exposure/exposures.js';
import { ignoredFailures } from '../src/facts/failures/ignored-failures.js';
import { apiUses } from '../src/facts/operations/api-uses.js';
import { environment } from '../src/facts/program/environment.js';
import { cleartext } from '../src/facts/requests/transport/cleartext.js';
import { headers } from '../src/facts/requests/headers/headers.js';
import { requests } from '../src/facts/requests/requests.js';
import { clients } from '../src/facts/requests/sdk-clients.js';
import { sharings } from '../src/facts/sharing/sharings.js';
import { accounts } from '../src/facts/tokens/accounts.js';
import { creations } from '../src/facts/tokens/creations.js';
import { redacted } from '../src/redaction.js';
import { findingsOf } from '../src/rule.js';
import { secretsIn } from '../src/secrets.js';
import type { SourceFile, Span, Value } from '../src/source/model.js';
import { shape } from '../src/source/values.js';

const facts: Readonly<Record<string, (file: SourceFile) => Iterable<unknown>>> = {
  environment,
  requests,
  headers,
  clients,
  credentials,
  sentCredentials,
  globalKeys,
  creations,
  accounts,
  apiUses,
  cleartext,
  exposures,
  ignoredFailures,
  sharings,
};

/** Deepest nesting, and most items of a kind, that are shown. */
const MAX_DEPTH = 4;
const MAX_SHOWN = 200;

/** Returns the model of a file, its facts and findings, as text. */
export function inspection(text: string, path: string): string {
  const { file, textOnly } = readByPath(text, path);
  const printer = new Printer(text, path);
  const found = Object.entries(rules).flatMap(([name, rule]) =>
    findingsOf(rule, file, strict(name), (error) =>
      printer.line(0, `${name} failed: ${error instanceof Error ? error.name : 'unknown'}`),
    ).map((finding) => ({ name, finding })),
  );
  for (const kind of ['texts', 'tables', 'calls', 'bindings', 'reads', 'exits'] as const) printer.list(kind, file[kind] ?? []);
  for (const [name, fact] of Object.entries(facts)) printer.list(`facts: ${name}`, [...fact(file)]);
  printer.heading('findings');
  for (const { name, finding } of found) printer.line(1, `${printer.place(finding.at)} ${name} (${finding.messageId})`);
  const title = `${path}: ${file.language}${textOnly ? `, searched as text only (${textOnly})` : ''}\n`;
  return title + withoutSecrets(printer.text, file);
}

/** Hardcoded credentials are reported even if uncertain, because the output may be public. */
function strict(name: string): object | undefined {
  return name === 'no-hardcoded-credentials' ? { unverified: true } : undefined;
}

/** Masks secrets wherever they are repeated. */
function withoutSecrets(output: string, file: SourceFile): string {
  const secrets = secretsIn(file).map(({ start, end }) => file.text.slice(start, end));
  return redacted(secrets.reduce((shown, secret) => (secret.trim().length < 8 ? shown : shown.replaceAll(secret, '•'.repeat(8))), output));
}

class Printer {
  readonly #lines: string[] = [];
  readonly #starts: readonly number[];

  constructor(text: string, path: string) {
    this.#starts = lineStartsOf(text, path);
  }

  get text(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  heading(text: string): void {
    this.#lines.push('', text);
  }

  line(depth: number, text: string): void {
    this.#lines.push(`${'  '.repeat(depth)}${text}`);
  }

  place({ start }: Span): string {
    const line = lastUpTo(this.#starts, start);
    return `${String(line + 1)}:${String(start - (this.#starts[line] ?? 0) + 1)}`;
  }

  list(name: string, all: readonly unknown[]): void {
    if (all.length === 0) return;
    this.heading(`${name} (${String(all.length)})`);
    for (const each of all.slice(0, MAX_SHOWN)) this.line(1, this.show(each, 0));
    if (all.length > MAX_SHOWN) this.line(1, '…');
  }

  show(value: unknown, depth: number): string {
    if (typeof value === 'function') return 'function';
    if (typeof value !== 'object' || value === null) return typeof value === 'string' ? JSON.stringify(value) : String(value);
    if (depth > MAX_DEPTH) return '…';
    if (Array.isArray(value)) return `[${value.map((each) => this.show(each, depth + 1)).join(', ')}]`;
    if ('kind' in value && 'at' in value) return this.value(value as Value, depth);
    if (isSpan(value)) return this.place(value);
    const inside = Object.entries(value as Readonly<Record<string, unknown>>)
      .filter(([, each]) => each !== undefined)
      .map(([key, each]) => `${key}: ${this.show(each, depth + 1)}`);
    return `{ ${inside.join(', ')} }`;
  }

  private value(value: Value, depth: number): string {
    const inner = (each: Value): string => this.show(each, depth + 1);
    const at = this.place(value.at);
    switch (value.kind) {
      case 'text':
        return `${at} text ${JSON.stringify(shape(value))}${value.names.length > 0 ? ` of ${value.names.join('.')}` : ''}`;
      case 'name':
        return `${at} name ${value.module === undefined ? '' : `${value.module}:`}${value.path.join('.')}${value.local ? ' (local)' : ''}`;
      case 'table':
        return `${at} table { ${value.entries.map((each) => `${each.key}${each.maybe ? '?' : ''}: ${inner(each.value)}`).join(', ')}${value.open ? ', …' : ''} }`;
      case 'list':
        return `${at} list [${value.items.map(inner).join(', ')}${value.open ? ', …' : ''}]`;
      case 'call':
        return `${at} call ${inner(value.callee)}(${value.arguments.map(inner).join(', ')})`;
      case 'choice':
        return `${at} one of ${value.options.map(inner).join(' | ')}`;
      case 'opaque':
        return `${at} ${value.what}${value.value === undefined ? '' : ` ${String(value.value)}`}`;
      default:
        return at;
    }
  }
}

function isSpan(value: object): value is Span {
  const keys = Object.keys(value);
  return keys.length === 2 && 'start' in value && 'end' in value;
}
