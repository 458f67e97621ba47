/** How the editor colours a file. Rules do not depend on it. */
import { javascript } from '@codemirror/lang-javascript';
import { json } from '@codemirror/lang-json';
import { markdown } from '@codemirror/lang-markdown';
import { python } from '@codemirror/lang-python';
import { yaml } from '@codemirror/lang-yaml';
import { type StreamParser, StreamLanguage } from '@codemirror/language';
import { dockerFile } from '@codemirror/legacy-modes/mode/dockerfile';
import { go } from '@codemirror/legacy-modes/mode/go';
import { powerShell } from '@codemirror/legacy-modes/mode/powershell';
import { properties } from '@codemirror/legacy-modes/mode/properties';
import { ruby } from '@codemirror/legacy-modes/mode/ruby';
import { shell } from '@codemirror/legacy-modes/mode/shell';
import { toml } from '@codemirror/legacy-modes/mode/toml';
import type { Extension } from '@codemirror/state';

const stream = (mode: StreamParser<unknown>) => (): Extension => StreamLanguage.define(mode);

const languages: readonly (readonly [RegExp, () => Extension])[] = [
  [/\.[cm]?[jt]sx?$/, () => javascript({ jsx: true, typescript: true })],
  [/\.jsonc?$/, json],
  [/\.ya?ml$/, yaml],
  [/\.py$/, python],
  [/\.mdx?$/, markdown],
  [/\.(?:sh|bash|zsh)$/, stream(shell)],
  [/\.(?:toml|tf|hcl)$/, stream(toml)],
  [/dockerfile/i, stream(dockerFile)],
  [/\.go$/, stream(go)],
  [/\.rb$/, stream(ruby)],
  [/\.ps1$/, stream(powerShell)],
  [/env|\.(?:ini|conf|properties)$/, stream(properties)],
];

export const languageOf = (path: string): Extension => languages.find(([pattern]) => pattern.test(path))?.[1]() ?? [];
