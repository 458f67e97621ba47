/** The data of Kubernetes Secrets, which is encoded but not encrypted. */
import { type Datum, type Mapping, type Pair, written } from './datum.js';

export function isSecret({ pairs }: Mapping): boolean {
  return pairs.some(({ key, value }) => key === 'kind' && value.kind === 'scalar' && written(value) === 'Secret');
}

/** Keys of a Secret's data: base64-encoded, and plain. */
export const dataKeys: ReadonlySet<string> = new Set(['data', 'stringData']);

/** The scalar with the name of a Secret or other resource. */
export function nameOf({ pairs }: Mapping): Datum | undefined {
  const metadata = pairs.find(({ key }) => key === 'metadata')?.value;
  return metadata?.kind === 'mapping' ? metadata.pairs.find(({ key }) => key === 'name')?.value : undefined;
}

/** Decodes the values of a Secret's `data`. */
export function withDecodedData(pair: Pair): Pair {
  if (pair.key !== 'data' || pair.value.kind !== 'mapping') return pair;
  return { ...pair, value: { ...pair.value, pairs: pair.value.pairs.map((each) => ({ ...each, value: decoded(each.value) })) } };
}

function decoded(value: Pair['value']): Pair['value'] {
  if (value.kind !== 'scalar' || !value.pieces) return value;
  const encoded = written(value).replace(/\s/g, '');
  if (!/^[\w+/-]{8,}={0,2}$/.test(encoded)) return value;
  const text = Buffer.from(encoded, 'base64').toString();
  // Data that is not text is the key of a certificate, or was not base64.
  return /[^\t\n\r\x20-\x7e]/.test(text) ? value : { ...value, pieces: [{ kind: 'piece', text, at: value.at, exact: false }] };
}
