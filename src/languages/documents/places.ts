/**
 * Where files embed other files: a ConfigMap's data, files written by cloud-init and Ansible, values and manifests of Terraform and Argo CD, and
 * here-documents of scripts.
 */
import type { Call, Entry, SourceFile, Table, Text, Value } from '../../source/model.js';
import { alternatives, get, literal, presentValue, shape } from '../../source/values.js';

/** A file embedded in a file. */
export interface Document {
  /** Its name at its destination, or a name typical of its kind. */
  readonly name: string;
  readonly text: Text;
}

/** Keys that name the path of a file to write, and keys that hold its contents. */
const pathKeys: ReadonlySet<string> = new Set(['path', 'dest', 'filename', 'destination', 'target_path']);
const contentKeys: ReadonlySet<string> = new Set(['content', 'contents', 'data']);

/**
 * Keys whose text is a file of a known kind.
 *
 * Sources: https://docs.ansible.com/ansible/latest/collections/kubernetes/core/k8s_module.html,
 * https://argo-cd.readthedocs.io/en/stable/user-guide/helm/,
 * https://registry.terraform.io/providers/gavinbunney/kubectl/latest/docs/resources/kubectl_manifest,
 * https://registry.terraform.io/providers/hashicorp/helm/latest/docs/resources/release; November 2026.
 */
const kinds: Readonly<Record<string, string>> = {
  definition: 'manifest.yaml',
  resource_definition: 'manifest.yaml',
  yaml_body: 'manifest.yaml',
  values: 'values.yaml',
};

/** Most files that are read within one file. */
const MAX_DOCUMENTS = 200;

/** Finds the files embedded in a file. */
export function documentsIn({ tables, texts, calls }: SourceFile): readonly Document[] {
  const found = new Map<number, Document>();
  const note = (name: string, value: Value): void => {
    for (const text of writtenTexts(value))
      if (found.size < MAX_DOCUMENTS && !found.has(text.at.start)) found.set(text.at.start, { name, text });
  };
  for (const table of tables) {
    const path = pathOf(table);
    for (const { key, value } of table.entries) {
      if (path !== undefined && contentKeys.has(key)) note(path, value);
      else if (fileName.test(key)) note(key, value);
      else if (Object.hasOwn(kinds, key)) for (const each of lined(value)) note(kinds[key] ?? '', each);
    }
  }
  for (const call of calls) {
    const input = inputOf(call);
    const name = input && destinationOf(call);
    if (input && name !== undefined) for (const each of lined(input)) note(name, each);
  }
  for (const text of texts) if (isLined(text) && isDocument(text)) note('manifest.yaml', text);
  return [...found.values()];
}

/** A file name with a known extension, or one of the names without. */
const fileName =
  /^(?:[\w.-]{0,60}\.(?:ya?ml|json|toml|ini|env|conf|cfg|sh|properties|service|container)|\.env(?:\.\w+)?|[\w.-]{0,60}Caddyfile)$/;

/** The input of a command, which the reader of scripts gives it as an additional argument. */
function inputOf(call: Call): Value | undefined {
  const streams = streamsOf(call);
  return streams && presentValue(get(streams, '<'));
}

function streamsOf({ arguments: values }: Call): Table | undefined {
  return values.find((value) => value.kind === 'table');
}

/** The file that a command writes its input to, or a name typical of what a command reads: `cat > a.yaml`, `tee a.yaml`, `kubectl apply -f -`. */
function destinationOf(call: Call): string | undefined {
  const streams = streamsOf(call);
  const words = call.arguments.filter((value) => value !== streams).map((value) => literal(value) ?? '');
  const program = call.callee.kind === 'name' ? call.callee.path.join('.') : '';
  if (program === 'tee') return words.find((word) => !word.startsWith('-'));
  const written = program === 'cat' && streams ? (presentValue(get(streams, '>')) ?? presentValue(get(streams, '>>'))) : undefined;
  if (written) return literal(written);
  const readsInput = words.some(
    (word, index) => word === '-' && /^(?:-f|--filename|--file|--values|-K|--config)$/.test(words[index - 1] ?? ''),
  );
  return readsInput ? readFromInput[program] : undefined;
}

/** Names typical of the files that programs read from their standard input. */
const readFromInput: Readonly<Record<string, string>> = {
  kubectl: 'manifest.yaml',
  oc: 'manifest.yaml',
  docker: 'compose.yaml',
  'docker-compose': 'compose.yaml',
  helm: 'values.yaml',
  curl: '.curlrc',
};

function pathOf({ entries }: Table): string | undefined {
  const named = entries.find(({ key }: Entry) => pathKeys.has(key));
  return named && literal(named.value);
}

/** The texts that a value may be, and those in lists, with their holes as they are. */
function writtenTexts(value: Value): readonly Text[] {
  return alternatives(value).flatMap((option) => {
    if (option.kind === 'list') return option.items.flatMap((item) => (item.kind === 'text' ? [item] : []));
    return option.kind === 'text' ? [option] : [];
  });
}

function lined(value: Value): readonly Text[] {
  return writtenTexts(value).filter(isLined);
}

function isLined(text: Text): boolean {
  return text.parts.length > 0 && shape(text).includes('\n');
}

/** Whether a text is `#cloud-config` or a Kubernetes manifest. */
function isDocument(text: Text): boolean {
  const whole = shape(text);
  return /^\s*#cloud-config\b/.test(whole) || (/^apiVersion:/m.test(whole) && /^kind:/m.test(whole));
}
