/** Texts that are decoded by the program that they stand in. */
import type { Text, Value } from '../../source/model.js';
import { literal } from '../../source/values.js';

/** Functions that decode base64, in any of the languages. */
const decoders =
  /(?:^|\.)(?:b64decode|urlsafe_b64decode|base64_decode|(?:strict_|urlsafe_)?decode64|DecodeString|FromBase64String|decode_base64)$/;

/** What a text says once it is decoded; undefined if it is not all known. */
export function decodedText(value: Value): Text | undefined {
  const written = literal(value);
  if (value.kind !== 'text' || written === undefined || !/^[\w+/-]{16,4000}={0,2}$/.test(written)) return undefined;
  const text = Buffer.from(written, 'base64').toString();
  return { ...value, parts: [{ kind: 'piece', text, at: value.at, exact: false }] };
}

export function decodes(called: string | undefined): boolean {
  return called !== undefined && decoders.test(called);
}
