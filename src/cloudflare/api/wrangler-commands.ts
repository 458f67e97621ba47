/**
 * What wrangler's commands ask of Cloudflare's API: the operation that each is about. What else they ask (which Worker is there, which account this
 * is) is let by the same permissions.
 *
 * Source: the source of wrangler 4.164, https://github.com/cloudflare/workers-sdk/tree/main/packages/wrangler/src.
 */
import { type Operation, operationAt } from './operations.js';

const scripts = '/accounts/{}/workers/scripts/{}';
const namespaces = '/accounts/{}/storage/kv/namespaces';
const buckets = '/accounts/{}/r2/buckets';
const databases = '/accounts/{}/d1/database';
const projects = '/accounts/{}/pages/projects';

interface Command {
  readonly operation: string;
  /** It stays on this machine unless it is told `--remote`. */
  readonly local?: true;
}

const commands: Readonly<Record<string, Command>> = {
  deploy: { operation: `PUT ${scripts}` },
  publish: { operation: `PUT ${scripts}` },
  delete: { operation: `DELETE ${scripts}` },
  rollback: { operation: `POST ${scripts}/deployments` },
  tail: { operation: `POST ${scripts}/tails` },
  'deployments list': { operation: `GET ${scripts}/deployments` },
  'versions upload': { operation: `POST ${scripts}/versions` },
  'versions deploy': { operation: `POST ${scripts}/deployments` },
  'versions list': { operation: `GET ${scripts}/versions` },
  'secret put': { operation: `PUT ${scripts}/secrets` },
  'secret bulk': { operation: `PATCH ${scripts}/secrets-bulk` },
  'secret delete': { operation: `DELETE ${scripts}/secrets/{}` },
  'secret list': { operation: `GET ${scripts}/secrets` },
  'kv namespace create': { operation: `POST ${namespaces}` },
  'kv namespace list': { operation: `GET ${namespaces}` },
  'kv namespace delete': { operation: `DELETE ${namespaces}/{}` },
  'kv key put': { operation: `PUT ${namespaces}/{}/values/{}`, local: true },
  'kv key get': { operation: `GET ${namespaces}/{}/values/{}`, local: true },
  'kv key list': { operation: `GET ${namespaces}/{}/keys`, local: true },
  'kv key delete': { operation: `DELETE ${namespaces}/{}/values/{}`, local: true },
  'kv bulk put': { operation: `PUT ${namespaces}/{}/bulk`, local: true },
  'kv bulk delete': { operation: `DELETE ${namespaces}/{}/bulk`, local: true },
  'r2 bucket create': { operation: `POST ${buckets}` },
  'r2 bucket list': { operation: `GET ${buckets}` },
  'r2 bucket delete': { operation: `DELETE ${buckets}/{}` },
  'r2 object put': { operation: `PUT ${buckets}/{}/objects/{}`, local: true },
  'r2 object get': { operation: `GET ${buckets}/{}/objects/{}`, local: true },
  'r2 object delete': { operation: `DELETE ${buckets}/{}/objects/{}`, local: true },
  'd1 create': { operation: `POST ${databases}` },
  'd1 list': { operation: `GET ${databases}` },
  'd1 info': { operation: `GET ${databases}/{}` },
  'd1 delete': { operation: `DELETE ${databases}/{}` },
  'd1 export': { operation: `POST ${databases}/{}/export`, local: true },
  // Reading would do for what only reads; migrations write.
  'd1 execute': { operation: `POST ${databases}/{}/query`, local: true },
  'd1 migrations apply': { operation: `POST ${databases}/{}/import`, local: true },
  'pages deploy': { operation: `POST ${projects}/{}/deployments` },
  'pages publish': { operation: `POST ${projects}/{}/deployments` },
  'pages project create': { operation: `POST ${projects}` },
  'pages project list': { operation: `GET ${projects}` },
  'pages project delete': { operation: `DELETE ${projects}/{}` },
  'pages deployment list': { operation: `GET ${projects}/{}/deployments` },
  'pages secret put': { operation: `PATCH ${projects}/{}` },
  'queues create': { operation: 'POST /accounts/{}/queues' },
  'queues list': { operation: 'GET /accounts/{}/queues' },
  'queues delete': { operation: 'DELETE /accounts/{}/queues/{}' },
  'hyperdrive create': { operation: 'POST /accounts/{}/hyperdrive/configs' },
  'hyperdrive list': { operation: 'GET /accounts/{}/hyperdrive/configs' },
  'hyperdrive delete': { operation: 'DELETE /accounts/{}/hyperdrive/configs/{}' },
  'vectorize create': { operation: 'POST /accounts/{}/vectorize/v2/indexes' },
  'vectorize list': { operation: 'GET /accounts/{}/vectorize/v2/indexes' },
  'vectorize delete': { operation: 'DELETE /accounts/{}/vectorize/v2/indexes/{}' },
  'workflows list': { operation: 'GET /accounts/{}/workflows' },
  'workflows trigger': { operation: 'POST /accounts/{}/workflows/{}/instances' },
};

/** The commands that are known. */
export const wranglerCommands: readonly string[] = Object.keys(commands);

export interface WranglerUse {
  /** `d1 execute` */
  readonly command: string;
  readonly operation: Operation | undefined;
}

/** What a call of wrangler asks of the API, by its words; undefined if nothing, or nothing that is known. */
export function wranglerUse(words: readonly string[]): WranglerUse | undefined {
  const plain = words.filter((word) => !word.startsWith('-')).flatMap((word) => word.split(':'));
  const asked = Object.entries(commands).find(([command]) => command.split(' ').every((word, index) => plain[index] === word));
  if (!asked) return undefined;
  const [command, { operation, local }] = asked;
  if (words.includes('--dry-run') || (local && !words.includes('--remote'))) return undefined;
  const [method = '', path = ''] = operation.split(' ');
  return { command, operation: operationAt(method, path) };
}
