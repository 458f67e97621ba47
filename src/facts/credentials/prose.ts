import { asCredentialName } from '../../cloudflare/credentials/evidence.js';
import { connectionStrings } from '../../cloudflare/credentials/connection-strings.js';
import { credentialHeaders } from '../../cloudflare/credentials/headers.js';
import { cloudflareHost, r2Host } from '../../cloudflare/http/hosts.js';
import { isSecretKeyName, type Role, roleOf } from '../../cloudflare/credentials/names.js';
import { isDocumentation } from '../program/documentation.js';
import type { SourceFile, Span } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { place, shape } from '../../source/values.js';
import { amongSettingsOf } from './settings/commented-settings.js';

/** A value assigned in prose: `CLOUDFLARE_API_TOKEN=…` in a comment, `X-Auth-Key: …` in a message. */
export interface ProseAssignment {
  readonly role: Role;
  readonly value: string;
  readonly at: Span;
}

/** Returns the credentials assigned in comments and longer strings (a generated `.env`, a help text). */
export const proseAssignments = perFile((file: SourceFile): readonly ProseAssignment[] => {
  const speaksCloudflare = /cloudflare/i.test(file.text);
  const around = isDocumentation(file) ? file.text : undefined;
  const isAmongOurs = amongSettingsOf(file);
  const inComments = together(file).flatMap((comments) => {
    const isOurs = (): boolean =>
      comments.some(({ start, end }) => /cloudflare/i.test(file.text.slice(start, end))) || isAmongOurs(comments);
    return comments.flatMap((comment) =>
      mentions(
        file.text.slice(comment.start, comment.end),
        speaksCloudflare,
        (start, end) => ({ start: comment.start + start, end: comment.start + end }),
        { around: file.text, isOurs },
      ),
    );
  });
  const inTexts = file.texts.flatMap((text) =>
    mentions(shape(text), speaksCloudflare, (start, end) => place(text, start, end), { around, isOurs: () => false }),
  );
  return [...inComments, ...inTexts];
});

/** Groups comments that directly follow each other, such as a block of settings that is commented out. */
function together({ text, comments }: SourceFile): readonly (readonly Span[])[] {
  const found: Span[][] = [];
  for (const comment of comments) {
    const before = found.at(-1)?.at(-1);
    if (before && comment.start >= before.end && /^\s*$/.test(text.slice(before.end, comment.start))) found.at(-1)?.push(comment);
    else found.push([comment]);
  }
  return found;
}

/** How many characters before a value its name is searched for. */
const REACH = 80;

/**
 * `around` is the surrounding text if that is prose as well: one line alone is little evidence. `isOurs` returns whether the surroundings are
 * Cloudflare's.
 */
function mentions(
  text: string,
  speaksCloudflare: boolean,
  at: (start: number, end: number) => Span,
  { around, isOurs }: { readonly around: string | undefined; readonly isOurs: () => boolean },
): readonly ProseAssignment[] {
  const said = { speaksCloudflare, hasR2: r2Host.test(text) || /\br2:\/\//.test(text) };
  const runs = [/(?<![\w+/=.-])[\w+/=.-]{32,4000}(?![\w+/=.-])/g, connectionStrings].flatMap((of) => [...text.matchAll(of)]);
  return runs.flatMap(({ 0: run, index }): readonly ProseAssignment[] => {
    // `NAME=value` without a space is one run.
    const value = run.includes('://') ? run : run.slice(run.replace(/={1,2}$/, '').lastIndexOf('=') + 1);
    const start = index + run.length - value.length;
    const end = start + value.length;
    const before = text.slice(Math.max(0, start - REACH), start);
    const role =
      roleBefore(before, said) ??
      (around === undefined ? tokenFor(text, { start, end }) : tokenFor(around, at(start, end))) ??
      (around === undefined ? undefined : exampleBefore(around.slice(Math.max(0, at(start, end).start - NEAR), at(start, end).start))) ??
      settingBefore(before, isOurs) ??
      settingInSection(text.slice(0, start));
    return role ? [{ role, value, at: at(start, end) }] : [];
  });
}

/** How many characters around a token the URL of its request is searched for. */
const NEAR = 300;

/** Returns what the nearest host takes a token for: `curl -H "Authorization: Bearer …" https://api.cloudflare.com/…`. */
function tokenFor(text: string, { start, end }: Span): Role | undefined {
  const isNamed = called.exec(text.slice(Math.max(0, start - REACH), start));
  // A value of hexadecimal digits only may also be a commit.
  if (!isNamed || (isNamed.groups?.['token'] !== undefined && /^[\da-f]+$/i.test(text.slice(start, end)))) return undefined;
  const from = Math.max(0, start - NEAR);
  const hosts = [...text.slice(from, end + NEAR).matchAll(/\b(?:https?|wss):\/\/([\w.-]+)|\b[\w.-]+\.cloudflare\.com\b/g)].map(
    ({ 0: whole, 1: host = whole, index }) => {
      const distance = from + index < start ? start - (from + index + whole.length) : from + index - end;
      return { host, distance };
    },
  );
  const [nearest] = hosts.sort((one, other) => one.distance - other.distance);
  const known = nearest && cloudflareHost(nearest.host.toLowerCase());
  return known && (known.bearer ?? 'api-token');
}

/** "Copy the API token. For example, `…`", in a passage that speaks of Cloudflare. */
function exampleBefore(before: string): Role | undefined {
  return example.test(before) && /cloudflare/i.test(before) ? 'api-token' : undefined;
}

const example = /\bAPI[ -]?token[^\w\n]{1,4}(?:for example|e\.g\.|example|it looks like|such as|like)[,:]? ?["'`]?$/i;

/** Words that call a value a token, on the same line or at the end of the previous one. */
const called = /\bBearer\s+$|\b(?<token>token)\b(?:[^\n]{0,60}|[^\n]{0,20}\r?\n[\s*#/>-]*)["'`]?$/i;

/** Returns the role in `api_key = "…"`, if the surroundings are Cloudflare's. */
function settingBefore(before: string, isOurs: () => boolean): Role | undefined {
  const name = /([A-Z][\w-]{1,40})["']?\s*[:=]\s*["']?$/i.exec(before)?.[1];
  const role = name === undefined ? undefined : asCredentialName(name);
  return role && isOurs() ? role : undefined;
}

/** Returns the role of a setting by the section that it is in: `[cloudflare]` and `api_token = …` below it in a string. */
function settingInSection(before: string): Role | undefined {
  const [, indentation, name] = /\n([ \t]*)([A-Z][\w.-]{0,60})["']?[ \t]*[:=][ \t]*["']?$/i.exec(before.slice(-MAX_SETTING)) ?? [];
  if (name === undefined) return undefined;
  const above = before.slice(0, before.lastIndexOf('\n'));
  const heading = [...above.matchAll(/^[ \t]*(?:\[([\w.-]+)\]|([\w-]+):)[ \t]*$/gm)].at(-1);
  const [, table, mapping] = heading ?? [];
  const section = table ?? (indentation === '' ? undefined : mapping);
  return section === undefined ? undefined : roleOf([...section.split('.'), name]);
}

/** Most characters of a setting's line before its value. */
const MAX_SETTING = 120;

/** Returns the role that the words before a value name. */
function roleBefore(
  before: string,
  { speaksCloudflare, hasR2 }: { readonly speaksCloudflare: boolean; readonly hasR2: boolean },
): Role | undefined {
  // An account may stand between a name and its value: `Global API Key (ops@example.com): …`, `| Global API Key | ops@example.com | …`.
  const line = before.slice(before.lastIndexOf('\n') + 1).replaceAll(/[\w.+-]{1,40}@[\w.-]{1,40}/g, '');
  const words: string[] = line.match(/[\w-]+/g) ?? [];
  while (/^(?:is|was|to|bearer)$/i.test(words.at(-1) ?? '')) words.pop();
  const header = words.at(-1)?.toLowerCase() ?? '';
  const carries = credentialHeaders.get(header);
  // Every service has an Authorization header, and prose does not show where one is sent.
  if (carries) return carries.own || (speaksCloudflare && header !== 'authorization') ? carries.role : undefined;
  for (let from = words.length - 1; from >= Math.max(0, words.length - 4); from -= 1) {
    const role = roleOf([words.slice(from).join('_')]);
    if (role) return role;
  }
  // In a text that mentions R2, a secret access key is R2's.
  return hasR2 && isSecretKeyName((words.at(-1) ?? '').replaceAll('-', '_')) ? 'r2-secret-access-key' : undefined;
}
