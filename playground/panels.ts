/** What stands beside the editor: findings, and the permissions that the calls in it need. */
import { namespace } from '../src/presets.js';
import type { Needs, Report } from '../src/cli/permissions/report.js';
import { introduction, placesOf, sections, describedCall } from '../src/cli/permissions/words.js';
import type { Message, Replacement } from '../src/cli/result.js';
import { button, element } from './elements.js';

interface Actions {
  readonly select: (message: Message) => void;
  readonly apply: (replacement: Replacement) => void;
}

const rulePage = (ruleId: string): string =>
  `https://github.com/eslint-plugin-cloudflare-auth/eslint-plugin-cloudflare-auth/blob/main/rules/${ruleId.slice(namespace.length + 1)}.md`;

export function findingsList(messages: readonly Message[], { select, apply }: Actions): HTMLElement {
  if (messages.length === 0) return element('p', {}, 'No findings.');
  return element('ol', { class: 'findings' }, ...messages.map((message) => finding(message)));

  function finding(message: Message): HTMLElement {
    const place = `Line ${String(message.line)}, column ${String(message.column)}`;
    return element(
      'li',
      {},
      button(place, () => select(message)),
      element('p', {}, ...withCode(message.message)),
      element('a', { href: rulePage(message.ruleId), rel: 'noreferrer', target: '_blank' }, message.ruleId),
      ...(message.suggestions ?? []).map(({ desc, fix }) => button(desc, () => apply(fix))),
    );
  }
}

/** Text whose parts between backticks are code. */
const withCode = (text: string): readonly (Node | string)[] =>
  text.split('`').map((each, index) => (index % 2 === 0 ? each : element('code', {}, each)));

export function permissionsTable({ applications, total }: Report): HTMLElement {
  if (applications.length === 0) return element('p', {}, 'No call of Cloudflare’s API was found.');
  const first = introduction(total);
  return element(
    'div',
    {},
    ...(first === undefined ? [] : [element('p', {}, first)]),
    ...(total.grants.length > 0 ? [grantsTable(total)] : []),
    ...sections(total).map(({ title, rows }) =>
      element(
        'section',
        {},
        element('h3', {}, title),
        element('ul', {}, ...rows.map(({ what, places }) => element('li', {}, `${what}, ${places.join(', ')}`))),
      ),
    ),
  );
}

function grantsTable({ grants }: Needs): HTMLElement {
  const head = element('tr', {}, ...['Permission', 'Level', 'Call', 'Where'].map((title) => element('th', { scope: 'col' }, title)));
  const rows = grants.flatMap(({ name, scope, calls }) =>
    calls.map((call) =>
      element('tr', {}, ...[name, scope, describedCall(call), placesOf(call).join(', ')].map((cell) => element('td', {}, cell))),
    ),
  );
  return element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows));
}
