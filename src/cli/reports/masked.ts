/** Source text that can be shown: without what is, or could be, a secret. */
import { sightings } from '../../cloudflare/credentials/judge.js';

/** Rules whose findings stand at the very characters of a secret. */
const atSecrets = '/no-hardcoded-credentials';

interface Place {
  readonly ruleId: string;
  readonly start: number;
  readonly end: number;
}

/** The same text, as long as it was, in which dots stand for secrets: those that were found, and whatever may be one. */
export const masked = (text: string, places: readonly Place[]): string => withoutSecrets(withoutFound(text, places));

/** The same text, as long as it was, in which dots stand for the secrets that were found. */
export function withoutFound(text: string, places: readonly Place[]): string {
  let shown = text;
  for (const { ruleId, start, end } of places) {
    if (ruleId.endsWith(atSecrets)) shown = shown.slice(0, start) + dots(shown.slice(start, end)) + shown.slice(end);
  }
  return shown;
}

/** Text with dots for what nobody reports and may be a secret all the same: of another service, or allowed by an option. Rather a name too many than a secret. */
export function withoutSecrets(text: string): string {
  return text
    .replaceAll(/(?<=:\/\/[^\s/:@]{0,80}:)[^\s/@]+(?=@)/g, dots)
    .replaceAll(/[\w+/-]{20,}={0,2}/g, (word) => (/\d/.test(word) && /[a-z]/.test(word) && /[A-Z]/.test(word) ? dots(word) : word))
    .replaceAll(/[\w+-]{16,}={0,2}/g, (word) => (isName(word) ? word : dots(word)));
}

/** A name of a file that holds no credential. Other long words stay: a name has to lead to its file. */
export function maskedName(name: string): string {
  let shown = name;
  for (const { start, end } of sightings(name)) shown = shown.slice(0, start) + dots(shown.slice(start, end)) + shown.slice(end);
  return shown;
}

const dots = (text: string): string => text.replaceAll(/[^\r\n\u2028\u2029]/g, '•');

/** Words without digits, and words with few of them between underscores or dashes. */
function isName(word: string): boolean {
  const digits = word.replaceAll(/\D/g, '').length;
  return digits === 0
    ? word.length < 32 || /[_-]/.test(word)
    : digits <= 3 && /^(?:[A-Z][A-Z0-9]*|[a-z][a-z0-9]*)(?:[_-][A-Za-z0-9]{1,14})+$/.test(word);
}
