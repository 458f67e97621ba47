/** The data of a Kubernetes Secret, which is only encoded and not encrypted. */
import { type Datum, type Mapping, type Pair, written } from './datum.js';

export function isSecret({ pairs }: Mapping): boolean {
  return pairs.some(({ key, value }) => key === 'kind' && value.kind === 'scalar' && written(value) === 'Secret');
}

/** The keys of a Secret's data, plain and encoded. */
export const dataKeys: ReadonlySet<string> = new Set(['data', 'stringData']);

/** The scalar that names a Secret or other resource. */
export function nameOf({ pairs }: Mapping): Datum | undefined {
  const metadata = pairs.find(({ key }) => key === 'metadata')?.value;
  return metadata?.kind === 'mapping' ? metadata.pairs.find(({ key }) => key === 'name')?.value : undefined;
}

/** The pair `data` of a Secret with its values decoded. */
export function withDecodedData(pair: Pair): Pair {
  if (pair.key !== 'data' || pair.value.kind !== 'mapping') return pair;
  return { ...pair, value: { ...pair.value, pairs: pair.value.pairs.map((each) => ({ ...each, value: decoded(each.value) })) } };
}

function decoded(value: Pair['value']): Pair['value'] {
  if (value.kind !== 'scalar' || !value.pieces) return value;
  const encoded = written(value).replace(/\s/g, '');
  if (!/^[\w+/-]{8,}={0,2}$/.test(encoded)) return value;
  const text = Buffer.from(encoded, 'base64').toString();
  // What is no text is a certificate's key, or was no base64.
  return /[^\t\n\r\x20-\x7e]/.test(text) ? value : { ...value, pieces: [{ kind: 'piece', text, at: value.at, exact: false }] };
}
