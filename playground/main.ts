/** The playground: checks the file in the editor as it is typed. Nothing leaves the page. */
import { type Content, findingsIn, permissionsIn } from './checks.js';
import { Editor } from './editor.js';
import { element, part } from './elements.js';
import { examples, opening } from './examples.js';
import { findingsList, permissionsTable } from './panels.js';
import { contentIn, fragmentOf, MAX_SHARED } from './sharing.js';

/** How long typing has to pause before the file is checked, milliseconds. */
const PAUSE = 100;
/** What the page's Content-Security-Policy asks of the style sheets that CodeMirror adds. */
const STYLE_NONCE = 'codemirror';

const path = part('path') as HTMLInputElement;
const strict = part('strict') as HTMLInputElement;
const choice = part('example') as HTMLSelectElement;
const status = part('status');
const findings = part('findings');
const permissions = part('permissions');

let timer: ReturnType<typeof setTimeout> | undefined;
const editor = new Editor(part('editor'), STYLE_NONCE, () => {
  clearTimeout(timer);
  timer = setTimeout(check, PAUSE);
});

function content(): Content {
  return { path: path.value.trim() || 'untitled.ts', text: editor.text, strict: strict.checked };
}

function check(): void {
  clearTimeout(timer);
  const now = content();
  const start = performance.now();
  const { messages, textOnly } = findingsIn(now);
  performance.measure('findings', { start });
  editor.show(messages);
  findings.replaceChildren(findingsList(messages, { select: (message) => editor.select(message), apply: (fix) => editor.apply(fix) }));
  permissions.replaceChildren(permissionsTable(permissionsIn(now)));
  const count = messages.length === 1 ? '1 finding' : `${String(messages.length)} findings`;
  status.textContent = textOnly
    ? `${count}. Searched as plain text only: it does not parse, or the name has no known file extension.`
    : `${count}.`;
}

function open(file: Content): void {
  path.value = file.path;
  choice.value = String(examples.findIndex(({ path: name, text }) => name === file.path && text === file.text));
  strict.checked = file.strict;
  editor.open(file.path, file.text);
  check();
}

async function share(): Promise<void> {
  const now = content();
  const message = part('shared');
  if (now.text.length > MAX_SHARED) {
    message.textContent = `Too long to share: more than ${MAX_SHARED.toLocaleString('en')} characters.`;
    return;
  }
  const { messages } = findingsIn({ ...now, strict: true });
  const holdsCredential = messages.some(({ ruleId }) => ruleId.endsWith('/no-hardcoded-credentials'));
  if (holdsCredential && !confirm('This text seems to contain a credential, and the link would contain it, too. Create the link anyway?'))
    return;
  location.hash = await fragmentOf(now);
  message.textContent = 'The address of this page is now a link to this text.';
}

choice.append(...examples.map(({ practice, path: name }, index) => element('option', { value: String(index) }, `${practice}: ${name}`)));
choice.addEventListener('change', () => {
  const example = examples[Number(choice.value)];
  if (example) open(example);
});
path.addEventListener('input', () => {
  editor.setPath(path.value);
  check();
});
strict.addEventListener('change', check);
part('share').addEventListener('click', () => void share());
addEventListener('hashchange', () => void contentIn(location.hash).then((file) => file && open(file)));

void contentIn(location.hash).then((shared) => {
  const initial = shared ?? opening;
  if (initial) open(initial);
});
