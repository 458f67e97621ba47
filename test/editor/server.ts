/** The ESLint language server that editors run, driven as an editor does. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

interface Position {
  readonly line: number;
  readonly character: number;
}

interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Diagnostic {
  readonly range: Range;
  readonly message: string;
  readonly severity: number;
  readonly source?: string;
  readonly code?: string;
  readonly codeDescription?: { readonly href: string };
}

export interface Action {
  readonly title: string;
  readonly kind?: string;
  readonly isPreferred?: boolean;
  readonly command?: { readonly command: string; readonly arguments?: readonly unknown[] };
}

interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

interface WorkspaceEdit {
  readonly documentChanges: readonly { readonly textDocument: { readonly uri: string }; readonly edits: readonly TextEdit[] }[];
}

/** The settings that VS Code's ESLint extension sends for a folder. */
function settings(folder: string): object {
  return {
    validate: 'on',
    packageManager: 'npm',
    useESLintClass: true,
    useFlatConfig: true,
    experimental: { useFlatConfig: false },
    codeAction: { disableRuleComment: { enable: true, location: 'separateLine' }, showDocumentation: { enable: true } },
    codeActionOnSave: { mode: 'all' },
    format: false,
    quiet: false,
    onIgnoredFiles: 'off',
    options: {},
    rulesCustomizations: [],
    run: 'onType',
    problems: { shortenToSingleLine: false },
    nodePath: null,
    workingDirectory: { mode: 'location' },
    workspaceFolder: { uri: pathToFileURL(folder).href, name: 'project' },
  };
}

/** An open editor on a folder in which vscode-langservers-extracted is installed. */
export interface Editor {
  /** Opens a file, or changes its text. */
  type: (path: string, language: string, text: string) => Promise<void>;
  diagnostics: (path: string) => Promise<readonly Diagnostic[]>;
  actions: (path: string, diagnostic: Diagnostic) => Promise<readonly Action[]>;
  /** Runs an action; what the file's text is then. */
  apply: (path: string, action: Action) => Promise<string>;
  /** What the server complained of: errors of rules, of the configuration, of its own. */
  readonly complaints: readonly string[];
  close: () => Promise<void>;
}

/** `node` is the program that runs the server. */
export async function editor(folder: string, node = process.execPath): Promise<Editor> {
  const main = join(folder, 'node_modules/vscode-langservers-extracted/bin/vscode-eslint-language-server');
  const child: ChildProcess = spawn(node, [main, '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createMessageConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!));
  const texts = new Map<string, { readonly text: string; readonly version: number }>();
  const complaints: string[] = [];
  const uriOf = (path: string): string => pathToFileURL(join(folder, path)).href;

  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => settings(folder)));
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
    for (const { textDocument, edits } of edit.documentChanges) {
      const { text = '', version = 0 } = texts.get(textDocument.uri) ?? {};
      texts.set(textDocument.uri, { text: edited(text, edits), version });
    }
    return { applied: true };
  });
  for (const name of ['eslint/noConfig', 'eslint/noLibrary', 'eslint/probeFailed'])
    connection.onRequest(name, () => void complaints.push(name));
  connection.onNotification('window/showMessage', ({ message }: { message: string }) => void complaints.push(message));
  connection.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
    if (type === 1) complaints.push(message);
  });
  connection.onNotification('eslint/status', ({ state }: { state: number }) => {
    if (state === 3) complaints.push('status: error');
  });
  connection.listen();

  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'project' }],
    capabilities: {
      workspace: { configuration: true, applyEdit: true, workspaceFolders: true, workspaceEdit: { documentChanges: true } },
      textDocument: {
        diagnostic: { dynamicRegistration: true },
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source', 'source.fixAll'] } } },
      },
    },
  });
  await connection.sendNotification('initialized', {});

  const diagnostics = async (path: string): Promise<readonly Diagnostic[]> => {
    const { items } = await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri: uriOf(path) },
    });
    return items;
  };
  return {
    complaints,
    diagnostics,
    async type(path, languageId, text) {
      const uri = uriOf(path);
      const version = (texts.get(uri)?.version ?? 0) + 1;
      const isOpen = texts.has(uri);
      texts.set(uri, { text, version });
      await (isOpen
        ? connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] })
        : connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version, text } }));
    },
    actions: (path, { range, ...diagnostic }) =>
      connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri: uriOf(path) },
        range,
        context: { diagnostics: [{ range, ...diagnostic }] },
      }),
    async apply(path, { command }) {
      await connection.sendRequest('workspace/executeCommand', { command: command?.command, arguments: command?.arguments });
      return texts.get(uriOf(path))?.text ?? '';
    },
    async close() {
      await connection.sendRequest('shutdown');
      connection.dispose();
      child.kill();
    },
  };
}

/** A text after changes that do not overlap. */
function edited(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: Position): number =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return [...edits]
    .sort((one, other) => offset(other.range.start) - offset(one.range.start))
    .reduce((changed, { range, newText }) => changed.slice(0, offset(range.start)) + newText + changed.slice(offset(range.end)), text);
}
