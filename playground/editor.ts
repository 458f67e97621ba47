/** The editor: squiggles under findings, with suggestions to apply. */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState } from '@codemirror/state';
import { tags } from '@lezer/highlight';
import { basicSetup, EditorView } from 'codemirror';
import type { Message, Replacement } from '../src/cli/result.js';
import { languageOf } from './languages.js';

/** Colours are variables of the style sheet, so that they follow the light or dark mode. */
const theme = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--surface)', color: 'var(--text)' },
  '.cm-scroller': { fontFamily: 'var(--mono)', fontSize: '14px' },
  '.cm-content': { caretColor: 'var(--text)' },
  '.cm-gutters': { backgroundColor: 'var(--surface)', color: 'var(--muted)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--active)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'var(--selection) !important' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  // The page allows no images, not even those of the style sheet of CodeMirror.
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--error)', textUnderlineOffset: '3px' },
  '.cm-tooltip': { backgroundColor: 'var(--raised)', color: 'var(--text)', border: '1px solid var(--line)', maxWidth: '60ch' },
  '.cm-diagnosticAction': { backgroundColor: 'var(--accent)', color: 'var(--on-accent)', font: 'inherit' },
});

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: 'var(--keyword)' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--string)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: 'var(--number)' },
  { tag: [tags.comment, tags.meta], color: 'var(--muted)' },
  { tag: [tags.definition(tags.variableName), tags.propertyName, tags.attributeName], color: 'var(--name)' },
  { tag: tags.heading, fontWeight: 'bold' },
]);

export class Editor {
  readonly #language = new Compartment();
  readonly #view: EditorView;

  constructor(parent: HTMLElement, nonce: string, changed: () => void) {
    this.#view = new EditorView({
      parent,
      state: EditorState.create({
        extensions: [
          basicSetup,
          theme,
          syntaxHighlighting(colours),
          EditorView.cspNonce.of(nonce),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': 'File to check' }),
          this.#language.of([]),
          EditorView.updateListener.of(({ docChanged }) => {
            if (docChanged) changed();
          }),
        ],
      }),
    });
    // Without this, text that does not fit could not be scrolled by keyboard alone in every browser.
    this.#view.scrollDOM.tabIndex = 0;
  }

  get text(): string {
    return this.#view.state.doc.toString();
  }

  /** Replaces the whole text, and colours it like a file of this name. */
  open(path: string, text: string): void {
    this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: text }, selection: { anchor: 0 } });
    this.setPath(path);
  }

  setPath(path: string): void {
    this.#view.dispatch({ effects: this.#language.reconfigure(languageOf(path)) });
  }

  show(messages: readonly Message[]): void {
    this.#view.dispatch(
      setDiagnostics(
        this.#view.state,
        messages.map((message) => this.#diagnostic(message)),
      ),
    );
  }

  select({ start, end }: Message): void {
    this.#view.dispatch({ selection: { anchor: start, head: end }, scrollIntoView: true });
    this.#view.focus();
  }

  apply({ range: [from, to], text }: Replacement): void {
    this.#view.dispatch({ changes: { from, to, insert: text } });
    this.#view.focus();
  }

  #diagnostic({ start, end, message, ruleId, suggestions = [] }: Message): Diagnostic {
    return {
      from: start,
      to: end,
      severity: 'error',
      message,
      source: ruleId,
      actions: suggestions.map(({ desc, fix }) => ({ name: desc, apply: () => this.apply(fix) })),
    };
  }
}
