/** Decodes bytes to text, and encodes text to bytes. */
import { isUtf8 } from 'node:buffer';

export interface Decoded {
  /** Without the byte order mark. */
  readonly text: string;
  /** Encodes a text in the original encoding, with the byte order mark. */
  readonly encode: (text: string) => Buffer;
}

const utf8Mark = Buffer.from([0xef, 0xbb, 0xbf]);
const littleEndianMark = Buffer.from([0xff, 0xfe]);
const bigEndianMark = Buffer.from([0xfe, 0xff]);

const startsWith = (bytes: Buffer, mark: Buffer): boolean => bytes.subarray(0, mark.length).equals(mark);

/** Whether bytes start with a byte order mark of UTF-16. */
export function isUtf16(bytes: Buffer): boolean {
  return startsWith(bytes, littleEndianMark) || startsWith(bytes, bigEndianMark);
}

/** Decodes UTF-8, or UTF-16 with a byte order mark; anything else is Latin-1. */
export function decode(bytes: Buffer): Decoded {
  if (startsWith(bytes, littleEndianMark)) return marked(littleEndianMark, bytes, utf16le);
  if (startsWith(bytes, bigEndianMark)) return marked(bigEndianMark, bytes, utf16be);
  if (startsWith(bytes, utf8Mark)) return marked(utf8Mark, bytes, utf8);
  const encoding = isUtf8(bytes) ? utf8 : latin1;
  return { text: encoding.decode(bytes), encode: encoding.encode };
}

interface Encoding {
  readonly decode: (bytes: Buffer) => string;
  readonly encode: (text: string) => Buffer;
}

const plain = (name: 'utf8' | 'utf16le' | 'latin1'): Encoding => ({
  decode: (bytes) => bytes.toString(name),
  encode: (text) => Buffer.from(text, name),
});

const [utf8, utf16le, latin1] = [plain('utf8'), plain('utf16le'), plain('latin1')];

const utf16be: Encoding = {
  decode: (bytes) => utf16le.decode(Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16()),
  encode: (text) => utf16le.encode(text).swap16(),
};

function marked(mark: Buffer, bytes: Buffer, encoding: Encoding): Decoded {
  return { text: encoding.decode(bytes.subarray(mark.length)), encode: (text) => Buffer.concat([mark, encoding.encode(text)]) };
}
