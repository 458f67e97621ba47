/** What the source loads from Node.js, or through it, in a browser. Stands for `node:module` in this page. */
import { Buffer } from 'buffer/';
import operations from '../../src/cloudflare/generated/operations.json';
import permissionGroups from '../../src/cloudflare/generated/permission-groups.json';
import sdkMethods from '../../src/cloudflare/generated/sdk-methods.json';
import * as parser from '../oxc-parser.js';

const modules: Readonly<Record<string, unknown>> = {
  './operations.json': operations,
  './permission-groups.json': permissionGroups,
  './sdk-methods.json': sdkMethods,
  'oxc-parser': parser,
};

export const createRequire = () => (name: string) => modules[name];

const builtin: Readonly<Record<string, unknown>> = { 'node:module': { createRequire }, 'node:zlib': { crc32 } };

/** The CRC-32 of a text in ASCII. */
function crc32(text: string): number {
  let crc = -1;
  for (const character of text) {
    crc ^= character.charCodeAt(0);
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

Object.assign(globalThis, { Buffer, process: { env: {}, getBuiltinModule: (name: string) => builtin[name] } });
