/**
 * What wrangler's commands ask of Cloudflare's API: the operation that each is about. What else they ask (which Worker is there, which account this
 * is) is let by the same permissions.
 *
 * Source: the source of wrangler 4.125 and 4.164, https://github.com/cloudflare/workers-sdk/tree/main/packages/wrangler/src.
 */
import { type Operation, operationAt } from './operations.js';

const scripts = '/accounts/{}/workers/scripts/{}';
const dispatch = '/accounts/{}/workers/dispatch/namespaces';
const kv = '/accounts/{}/storage/kv/namespaces';
const r2 = '/accounts/{}/r2/buckets';
const d1 = '/accounts/{}/d1/database';
const pages = '/accounts/{}/pages/projects';
const queues = '/accounts/{}/queues';
const hyperdrive = '/accounts/{}/hyperdrive/configs';
const vectorize = '/accounts/{}/vectorize/v2/indexes';
const workflows = '/accounts/{}/workflows';
const pipelines = '/accounts/{}/pipelines/v1';
const stores = '/accounts/{}/secrets_store/stores';
const certificates = '/accounts/{}/mtls_certificates';
const widgets = '/accounts/{}/challenges/widgets';
const addresses = '/accounts/{}/email/routing/addresses';
const routing = '/zones/{}/email/routing';
const tunnels = '/accounts/{}/cfd_tunnel';

/** The operation of each command, as `METHOD path`. */
const commands: Readonly<Record<string, string>> = {
  deploy: `PUT ${scripts}`,
  publish: `PUT ${scripts}`,
  delete: `DELETE ${scripts}`,
  rollback: `POST ${scripts}/deployments`,
  tail: `POST ${scripts}/tails`,
  'pages deployment tail': `POST ${pages}/{}/deployments/{}/tails`,
  'deployments list': `GET ${scripts}/deployments`,
  'deployments status': `GET ${scripts}/deployments`,
  'deployments view': `GET ${scripts}/deployments`,
  'triggers deploy': `PUT ${scripts}/schedules`,
  'versions upload': `POST ${scripts}/versions`,
  'versions deploy': `POST ${scripts}/deployments`,
  'versions list': `GET ${scripts}/versions`,
  'versions view': `GET ${scripts}/versions/{}`,
  'versions secret put': `POST ${scripts}/versions`,
  'versions secret bulk': `POST ${scripts}/versions`,
  'versions secret delete': `POST ${scripts}/versions`,
  'versions secret list': `GET ${scripts}/versions`,
  'secret put': `PUT ${scripts}/secrets`,
  'secret bulk': `PATCH ${scripts}/secrets-bulk`,
  'secret delete': `DELETE ${scripts}/secrets/{}`,
  'secret list': `GET ${scripts}/secrets`,
  'dispatch-namespace create': `POST ${dispatch}`,
  'dispatch-namespace list': `GET ${dispatch}`,
  'dispatch-namespace get': `GET ${dispatch}/{}`,
  'dispatch-namespace rename': `PUT ${dispatch}/{}`,
  'dispatch-namespace delete': `DELETE ${dispatch}/{}`,
  'kv namespace create': `POST ${kv}`,
  'kv namespace list': `GET ${kv}`,
  'kv namespace rename': `PUT ${kv}/{}`,
  'kv namespace delete': `DELETE ${kv}/{}`,
  'kv key put': `PUT ${kv}/{}/values/{}`,
  'kv key get': `GET ${kv}/{}/values/{}`,
  'kv key list': `GET ${kv}/{}/keys`,
  'kv key delete': `DELETE ${kv}/{}/values/{}`,
  'kv bulk put': `PUT ${kv}/{}/bulk`,
  'kv bulk get': `POST ${kv}/{}/bulk/get`,
  'kv bulk delete': `DELETE ${kv}/{}/bulk`,
  'r2 bucket create': `POST ${r2}`,
  'r2 bucket list': `GET ${r2}`,
  'r2 bucket info': `GET ${r2}/{}`,
  'r2 bucket delete': `DELETE ${r2}/{}`,
  'r2 bucket update storage-class': `PATCH ${r2}/{}`,
  'r2 bucket cors list': `GET ${r2}/{}/cors`,
  'r2 bucket cors set': `PUT ${r2}/{}/cors`,
  'r2 bucket cors delete': `DELETE ${r2}/{}/cors`,
  'r2 bucket dev-url get': `GET ${r2}/{}/domains/managed`,
  'r2 bucket dev-url enable': `PUT ${r2}/{}/domains/managed`,
  'r2 bucket dev-url disable': `PUT ${r2}/{}/domains/managed`,
  'r2 bucket domain list': `GET ${r2}/{}/domains/custom`,
  'r2 bucket domain get': `GET ${r2}/{}/domains/custom/{}`,
  'r2 bucket domain add': `POST ${r2}/{}/domains/custom`,
  'r2 bucket domain update': `PUT ${r2}/{}/domains/custom/{}`,
  'r2 bucket domain remove': `DELETE ${r2}/{}/domains/custom/{}`,
  'r2 bucket lifecycle list': `GET ${r2}/{}/lifecycle`,
  'r2 bucket lifecycle add': `PUT ${r2}/{}/lifecycle`,
  'r2 bucket lifecycle set': `PUT ${r2}/{}/lifecycle`,
  'r2 bucket lifecycle remove': `PUT ${r2}/{}/lifecycle`,
  'r2 bucket lock list': `GET ${r2}/{}/lock`,
  'r2 bucket lock add': `PUT ${r2}/{}/lock`,
  'r2 bucket lock set': `PUT ${r2}/{}/lock`,
  'r2 bucket lock remove': `PUT ${r2}/{}/lock`,
  'r2 bucket sippy get': `GET ${r2}/{}/sippy`,
  'r2 bucket sippy enable': `PUT ${r2}/{}/sippy`,
  'r2 bucket sippy disable': `DELETE ${r2}/{}/sippy`,
  'r2 bucket notification list': 'GET /accounts/{}/event_notifications/r2/{}/configuration',
  'r2 bucket notification get': 'GET /accounts/{}/event_notifications/r2/{}/configuration',
  'r2 bucket notification create': 'PUT /accounts/{}/event_notifications/r2/{}/configuration/queues/{}',
  'r2 bucket notification delete': 'DELETE /accounts/{}/event_notifications/r2/{}/configuration/queues/{}',
  'r2 bucket catalog get': 'GET /accounts/{}/r2-catalog/{}',
  'r2 bucket catalog enable': 'POST /accounts/{}/r2-catalog/{}/enable',
  'r2 bucket catalog disable': 'POST /accounts/{}/r2-catalog/{}/disable',
  'r2 object put': `PUT ${r2}/{}/objects/{}`,
  'r2 object get': `GET ${r2}/{}/objects/{}`,
  'r2 object delete': `DELETE ${r2}/{}/objects/{}`,
  'r2 bulk put': `PUT ${r2}/{}/objects/{}`,
  'd1 create': `POST ${d1}`,
  'd1 list': `GET ${d1}`,
  'd1 info': `GET ${d1}/{}`,
  'd1 delete': `DELETE ${d1}/{}`,
  'd1 export': `POST ${d1}/{}/export`,
  'd1 execute': `POST ${d1}/{}/query`,
  'd1 migrations apply': `POST ${d1}/{}/query`,
  'd1 migrations list': `POST ${d1}/{}/query`,
  'd1 time-travel info': `GET ${d1}/{}/time_travel/bookmark`,
  'd1 time-travel restore': `POST ${d1}/{}/time_travel/restore`,
  'd1 insights': 'POST /graphql',
  'pages deploy': `POST ${pages}/{}/deployments`,
  'pages publish': `POST ${pages}/{}/deployments`,
  'pages deployment create': `POST ${pages}/{}/deployments`,
  'pages deployment list': `GET ${pages}/{}/deployments`,
  'pages deployment delete': `DELETE ${pages}/{}/deployments/{}`,
  'pages project create': `POST ${pages}`,
  'pages project list': `GET ${pages}`,
  'pages project delete': `DELETE ${pages}/{}`,
  'pages download config': `GET ${pages}/{}`,
  'pages secret put': `PATCH ${pages}/{}`,
  'pages secret bulk': `PATCH ${pages}/{}`,
  'pages secret delete': `PATCH ${pages}/{}`,
  'pages secret list': `GET ${pages}/{}`,
  'queues create': `POST ${queues}`,
  'queues list': `GET ${queues}`,
  'queues info': `GET ${queues}`,
  'queues update': `PATCH ${queues}/{}`,
  'queues pause-delivery': `PATCH ${queues}/{}`,
  'queues resume-delivery': `PATCH ${queues}/{}`,
  'queues purge': `POST ${queues}/{}/purge`,
  'queues delete': `DELETE ${queues}/{}`,
  'queues consumer list': `GET ${queues}/{}/consumers`,
  'queues consumer add': `POST ${queues}/{}/consumers`,
  'queues consumer remove': `DELETE ${queues}/{}/consumers/{}`,
  'queues consumer worker list': `GET ${queues}/{}/consumers`,
  'queues consumer worker add': `POST ${queues}/{}/consumers`,
  'queues consumer worker remove': `DELETE ${queues}/{}/consumers/{}`,
  'queues consumer http list': `GET ${queues}/{}/consumers`,
  'queues consumer http add': `POST ${queues}/{}/consumers`,
  'queues consumer http remove': `DELETE ${queues}/{}/consumers/{}`,
  'queues subscription list': 'GET /accounts/{}/event_subscriptions/subscriptions',
  'queues subscription get': 'GET /accounts/{}/event_subscriptions/subscriptions/{}',
  'queues subscription create': 'POST /accounts/{}/event_subscriptions/subscriptions',
  'queues subscription update': 'PATCH /accounts/{}/event_subscriptions/subscriptions/{}',
  'queues subscription delete': 'DELETE /accounts/{}/event_subscriptions/subscriptions/{}',
  'hyperdrive create': `POST ${hyperdrive}`,
  'hyperdrive list': `GET ${hyperdrive}`,
  'hyperdrive get': `GET ${hyperdrive}/{}`,
  'hyperdrive update': `PATCH ${hyperdrive}/{}`,
  'hyperdrive delete': `DELETE ${hyperdrive}/{}`,
  'vectorize create': `POST ${vectorize}`,
  'vectorize list': `GET ${vectorize}`,
  'vectorize get': `GET ${vectorize}/{}`,
  'vectorize info': `GET ${vectorize}/{}/info`,
  'vectorize delete': `DELETE ${vectorize}/{}`,
  'vectorize insert': `POST ${vectorize}/{}/insert`,
  'vectorize upsert': `POST ${vectorize}/{}/upsert`,
  'vectorize query': `POST ${vectorize}/{}/query`,
  'vectorize get-vectors': `POST ${vectorize}/{}/get_by_ids`,
  'vectorize delete-vectors': `POST ${vectorize}/{}/delete_by_ids`,
  'vectorize list-vectors': `GET ${vectorize}/{}/list`,
  'vectorize create-metadata-index': `POST ${vectorize}/{}/metadata_index/create`,
  'vectorize delete-metadata-index': `POST ${vectorize}/{}/metadata_index/delete`,
  'vectorize list-metadata-index': `GET ${vectorize}/{}/metadata_index/list`,
  'workflows list': `GET ${workflows}`,
  'workflows describe': `GET ${workflows}/{}`,
  'workflows delete': `DELETE ${workflows}/{}`,
  'workflows trigger': `POST ${workflows}/{}/instances`,
  'workflows instances list': `GET ${workflows}/{}/instances`,
  'workflows instances describe': `GET ${workflows}/{}/instances/{}`,
  'workflows instances pause': `PATCH ${workflows}/{}/instances/{}/status`,
  'workflows instances resume': `PATCH ${workflows}/{}/instances/{}/status`,
  'workflows instances restart': `PATCH ${workflows}/{}/instances/{}/status`,
  'workflows instances terminate': `PATCH ${workflows}/{}/instances/{}/status`,
  'workflows instances send-event': `POST ${workflows}/{}/instances/{}/events/{}`,
  'pipelines list': `GET ${pipelines}/pipelines`,
  'pipelines get': `GET ${pipelines}/pipelines/{}`,
  'pipelines create': `POST ${pipelines}/pipelines`,
  'pipelines delete': `DELETE ${pipelines}/pipelines/{}`,
  'pipelines streams list': `GET ${pipelines}/streams`,
  'pipelines streams get': `GET ${pipelines}/streams/{}`,
  'pipelines streams create': `POST ${pipelines}/streams`,
  'pipelines streams delete': `DELETE ${pipelines}/streams/{}`,
  'pipelines sinks list': `GET ${pipelines}/sinks`,
  'pipelines sinks get': `GET ${pipelines}/sinks/{}`,
  'pipelines sinks create': `POST ${pipelines}/sinks`,
  'pipelines sinks delete': `DELETE ${pipelines}/sinks/{}`,
  'secrets-store store list': `GET ${stores}`,
  'secrets-store store create': `POST ${stores}`,
  'secrets-store store delete': `DELETE ${stores}/{}`,
  'secrets-store secret list': `GET ${stores}/{}/secrets`,
  'secrets-store secret get': `GET ${stores}/{}/secrets/{}`,
  'secrets-store secret create': `POST ${stores}/{}/secrets`,
  'secrets-store secret update': `PATCH ${stores}/{}/secrets/{}`,
  'secrets-store secret duplicate': `POST ${stores}/{}/secrets/{}/duplicate`,
  'secrets-store secret delete': `DELETE ${stores}/{}/secrets/{}`,
  'mtls-certificate upload': `POST ${certificates}`,
  'mtls-certificate list': `GET ${certificates}`,
  'mtls-certificate delete': `DELETE ${certificates}/{}`,
  'cert upload mtls-certificate': `POST ${certificates}`,
  'cert upload certificate-authority': `POST ${certificates}`,
  'cert list': `GET ${certificates}`,
  'cert delete': `DELETE ${certificates}/{}`,
  'turnstile widget create': `POST ${widgets}`,
  'turnstile widget list': `GET ${widgets}`,
  'turnstile widget get': `GET ${widgets}/{}`,
  'turnstile widget update': `PUT ${widgets}/{}`,
  'turnstile widget delete': `DELETE ${widgets}/{}`,
  'email routing addresses create': `POST ${addresses}`,
  'email routing addresses list': `GET ${addresses}`,
  'email routing addresses get': `GET ${addresses}/{}`,
  'email routing addresses delete': `DELETE ${addresses}/{}`,
  'email routing rules create': `POST ${routing}/rules`,
  'email routing rules list': `GET ${routing}/rules`,
  'email routing rules get': `GET ${routing}/rules/{}`,
  'email routing rules update': `PUT ${routing}/rules/{}`,
  'email routing rules delete': `DELETE ${routing}/rules/{}`,
  'email routing settings': `GET ${routing}`,
  'email routing enable': `POST ${routing}/enable`,
  'email routing disable': `POST ${routing}/disable`,
  'email routing dns get': `GET ${routing}/dns`,
  'tunnel create': `POST ${tunnels}`,
  'tunnel list': `GET ${tunnels}`,
  'tunnel info': `GET ${tunnels}/{}`,
  'tunnel delete': `DELETE ${tunnels}/{}`,
  'tunnel run': `GET ${tunnels}/{}/token`,
  'ai models list': 'GET /accounts/{}/ai/models/search',
  'ai models schema': 'GET /accounts/{}/ai/models/schema',
  'ai finetune list': 'GET /accounts/{}/ai/finetunes',
  'ai finetune create': 'POST /accounts/{}/ai/finetunes',
};

/** What stays on this machine unless it is told `--remote`. */
const local = /^(?:kv (?:key|bulk)|r2 (?:object|bulk)|d1 (?:execute|export|migrations)) /;

/** What asks the API for nothing that takes a permission, or is for people who sit there. */
const free =
  /^(?:auth|build|check|complete|d1 migrations create|dev|docs|generate|help|init|login|logout|metrics|pages (?:dev|functions|project validate)|pipelines setup|setup|telemetry|tunnel quick-start|types|version|whoami)(?: |$)/;

/** Options before a command that take the word behind them. */
const valued = /^(?:-c|--config|-e|--env|--env-file|--cwd|--profile)$/;

/** What the commands of other programs have wrangler do. https://opennext.js.org/cloudflare/cli */
const aliases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'opennextjs-cloudflare': { deploy: 'deploy', upload: 'versions upload' },
};

/** Gives the words of wrangler for those of a program that is wrangler or has it do something; undefined of any other program. */
export function wranglerAlias(program: string): ((words: readonly (string | undefined)[]) => readonly (string | undefined)[]) | undefined {
  if (program === 'wrangler') return (words) => words;
  const commandsOfIt = Object.hasOwn(aliases, program) ? aliases[program] : undefined;
  return commandsOfIt && (([command = '', ...words]) => [...(commandsOfIt[command]?.split(' ') ?? ['build']), ...words]);
}

/** The commands that are known. */
export const wranglerCommands: readonly string[] = Object.keys(commands);

export interface WranglerUse {
  /** `d1 execute`, or what can be seen of it. */
  readonly command: string;
  /** Undefined if the command cannot be seen, or is not known. */
  readonly operation: Operation | undefined;
}

/**
 * What a call of wrangler asks of the API; undefined if nothing. A word that cannot be seen is undefined, and `open` says that there may be more of
 * these.
 */
export function wranglerUse(words: readonly (string | undefined)[], open = false): WranglerUse | undefined {
  if (words.some((word) => word === '--dry-run' || word === '--help' || word === '-h')) return undefined;
  const plain = operands(words);
  const length = [4, 3, 2, 1].find((count) => Object.hasOwn(commands, plain.slice(0, count).join(' ')));
  const command = plain.slice(0, length ?? MOST_WORDS).join(' ');
  if (length === undefined) {
    const isCut = open || words.includes(undefined);
    // Without its last word, a command prints how it is used.
    const isGroup = command === '' || wranglerCommands.some((each) => each.startsWith(`${command} `));
    return free.test(command) || (isGroup && !isCut) ? undefined : { command, operation: undefined };
  }
  // What is written with a colon is of a version that asked the API unless it was told --local.
  const isRemote = words.includes('--remote') || (words.some((word) => word?.includes(':') === true) && !words.includes('--local'));
  if (local.test(`${command} `) && !isRemote) return undefined;
  const [method = '', path = ''] = (commands[command] ?? '').split(' ');
  return { command, operation: operationAt(method, path) };
}

/** So many words of a command that is not known are shown. */
const MOST_WORDS = 3;

/** The words that may be of the command: no options, and nothing that cannot be seen. */
function operands(words: readonly (string | undefined)[]): readonly string[] {
  const found: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word !== undefined && valued.test(word)) index += 1;
    else if (word !== undefined && !word.startsWith('-')) found.push(...word.split(':'));
  }
  const end = found.findIndex((word) => !/^[a-z][a-z\d-]*$/.test(word));
  return end === -1 ? found : found.slice(0, end);
}
