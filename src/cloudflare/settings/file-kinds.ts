/** Configuration files of tools that work with Cloudflare: which settings hold credentials, and where secrets belong instead. */
import type { Role } from '../credentials/names.js';
import { workflowFile } from './workflows.js';

/** Settings that hold a credential if another setting next to them identifies Cloudflare. */
export interface SettingsSignature {
  /** Other entries of the table, one of which must match: a key, and a pattern for its value. `''` is the key of the table itself. */
  readonly beside: Readonly<Record<string, RegExp>>;
  /** Entries that must match in addition. */
  readonly also?: Readonly<Record<string, RegExp>>;
  /** The path of nested keys to the table with the settings, if it is not the same one. */
  readonly below?: readonly string[];
  readonly roles: Readonly<Record<string, Role>>;
}

/**
 * Sources: action.yml of each action at the versions named; https://cert-manager.io/docs/configuration/acme/dns01/cloudflare/,
 * https://docs.dnscontrol.org/provider/cloudflareapi, https://github.com/caddy-dns/cloudflare, https://github.com/octodns/octodns-cloudflare,
 * https://www.pulumi.com/registry/packages/cloudflare/, Terraform's state of cloudflare/cloudflare 4 and 5, and the credentials file that
 * `cloudflared tunnel create` writes. Read in November 2026.
 */
export const settingsSignatures: readonly SettingsSignature[] = [
  ...['options', 'config', 'credentials', 'settings', 'params', 'auth'].map((key): SettingsSignature => ({
    beside: { provider: /^cloudflare$/i, type: /^cloudflare$/i, dnsProvider: /^cloudflare$/i },
    below: [key],
    roles: { token: 'api-credential', apiToken: 'api-token', api_token: 'api-token', apiKey: 'api-credential', api_key: 'api-credential' },
  })),
  // cloudflare/wrangler-action 1 to 4 (apiKey and email up to 2), cloudflare/pages-action 1
  {
    beside: { uses: /^cloudflare\/(?:wrangler|pages)-action@/ },
    below: ['with'],
    roles: { apiToken: 'api-token', apiKey: 'global-api-key' },
  },
  // nathanvaughn/actions-cloudflare-purge
  { beside: { uses: /^nathanvaughn\/actions-cloudflare-purge@/i }, below: ['with'], roles: { cf_auth: 'api-token' } },
  {
    beside: { uses: /^[\w.-]+\/(?=[\w.-]*(?:cloudflare|cfpages|wrangler))[\w./-]+@/i },
    below: ['with'],
    roles: {
      apitoken: 'api-token',
      api_token: 'api-token',
      'api-token': 'api-token',
      token: 'api-token',
      apikey: 'global-api-key',
      global_api_key: 'global-api-key',
    },
  },
  // Plugins of Drone and Woodpecker, such as jetrails/drone-cloudflare-caching
  {
    beside: { image: /(?:^|[/_-])(?:cloudflare|cfpages|wrangler)/i },
    below: ['settings'],
    roles: { api_token: 'api-token', token: 'api-token', cloudflare_api_token: 'api-token' },
  },
  // dnscontrol: creds.json
  { beside: { TYPE: /^CLOUDFLAREAPI$/ }, roles: { apitoken: 'api-token', apikey: 'global-api-key' } },
  // caddy, ddns-updater and others: { "name": "cloudflare", "api_token": … }; common in programs: { provider: 'cloudflare', apiKey }, { dns: 'cloudflare', token }, Greenlock's { module: 'acme-dns-01-cloudflare', token }
  {
    beside: {
      ...Object.fromEntries(
        ['name', 'provider', 'type', 'dns', 'dnsProvider', 'dns_provider', 'cdn', 'service', 'vendor', 'driver', 'kind', 'platform'].map(
          (key) => [key, /^cloudflare(?:[-_ ](?:dns|api|cdn|pages|workers))?$/i],
        ),
      ),
      class: /CloudflareProvider$/,
      module: /cloudflare/i,
      plugin: /cloudflare/i,
      ...Object.fromEntries(
        ['baseUrl', 'baseURL', 'base_url', 'url', 'endpoint', 'host', 'apiUrl', 'api'].map((key) => [
          key,
          /^(?:https?:\/\/)?api\.cloudflare\.com/i,
        ]),
      ),
      // Zone and account IDs have 32 hexadecimal digits.
      ...Object.fromEntries(['zone', 'zoneId', 'zone_id', 'zoneID', 'zoneid'].map((key) => [key, /^[0-9a-f]{32}$/])),
    },
    roles: {
      apitoken: 'api-token',
      apiToken: 'api-token',
      api_token: 'api-token',
      authToken: 'api-token',
      accessToken: 'api-token',
      bearer: 'api-token',
      token: 'api-credential',
      // Next to a Workers AI URL, it is a token.
      api_key: 'api-credential',
      zone_token: 'api-token',
      apiKey: 'api-credential',
      apikey: 'api-credential',
      authKey: 'api-credential',
      auth_key: 'api-credential',
      key: 'api-credential',
      secret: 'api-credential',
    },
  },
  {
    beside: { name: /^cloudflare$/i, provider: /^cloudflare$/i, type: /^cloudflare$/i, class: /CloudflareProvider$/ },
    roles: { api_key: 'global-api-key' },
  },
  // `zones: [{ name: …, id: …, token: … }]`: ids of zones have 32 hexadecimal digits.
  {
    beside: { id: /^[0-9a-f]{32}$/ },
    also: { '': /^(?:cloudflare_?)?zones?$/i },
    roles: { token: 'api-credential', api_token: 'api-token', apiToken: 'api-token' },
  },
  // Terraform's acme_certificate: https://registry.terraform.io/providers/vancluever/acme/latest/docs/guides/dns-providers-cloudflare
  {
    beside: { provider: /^cloudflare$/ },
    below: ['config'],
    roles: { CF_API_KEY: 'global-api-key', CLOUDFLARE_API_KEY: 'global-api-key' },
  },
  // Pulumi YAML
  {
    beside: { type: /^(?:pulumi:providers:cloudflare|cloudflare(?::index)?:Provider)$/ },
    below: ['properties'],
    roles: { apiToken: 'api-token', apiKey: 'global-api-key', apiUserServiceKey: 'origin-ca-key' },
  },
  // Terraform's state
  {
    beside: { type: /^cloudflare_(?:api_token|account_token)$/ },
    below: ['instances', 'attributes'],
    roles: { value: 'api-token' },
  },
  {
    beside: { type: /^cloudflare_(?:zero_trust_)?tunnel(?:_cloudflared)?$/ },
    below: ['instances', 'attributes'],
    roles: { secret: 'tunnel-secret', tunnel_secret: 'tunnel-secret', tunnel_token: 'tunnel-token' },
  },
  {
    beside: { type: /^cloudflare_(?:zero_trust_)?access_service_token$/ },
    below: ['instances', 'attributes'],
    roles: { client_secret: 'access-client-secret' },
  },
  { beside: { type: /^cloudflare_turnstile_widget$/ }, below: ['instances', 'attributes'], roles: { secret: 'turnstile-secret-key' } },
  // https://ddclient.net/protocols.html: the login determines the kind of the password
  { beside: { protocol: /^cloudflare$/ }, also: { login: /^token$/ }, roles: { password: 'api-token' } },
  { beside: { protocol: /^cloudflare$/ }, also: { login: /@/ }, roles: { password: 'global-api-key' } },
  // https://github.com/troglobit/inadyn: `provider cloudflare.com { username = …, password = … }`, `provider ipv4@cloudflare.com:1 { … }`
  { beside: { '': /^(?:\w+@)?cloudflare(?:\.com)?(?::\d+)?$/ }, also: { username: /@/ }, roles: { password: 'global-api-key' } },
  { beside: { '': /^(?:\w+@)?cloudflare(?:\.com)?(?::\d+)?$/ }, also: { username: /^[^@]+$/ }, roles: { password: 'api-token' } },
  // https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html
  { beside: { machine: /(?:^|\.)cloudflare\.com$/ }, roles: { password: 'api-credential' } },
  // https://poshac.me/docs/v4/Plugins/Cloudflare/
  { beside: { CFAuthEmail: /./ }, roles: { CFAuthKey: 'global-api-key' } },
  // timothymiller/cloudflare-ddns: config.json
  { beside: { '': /^api_key$/ }, also: { account_email: /@/ }, roles: { api_key: 'global-api-key' } },
  // https://developers.cloudflare.com/cloudflare-one/team-and-resources/devices/cloudflare-one-client/deployment/mdm-deployment/parameters/
  { beside: { auth_client_id: /\.access(?:\.|$)/ }, roles: { auth_client_secret: 'access-client-secret' } },
  // https://github.com/caddy-dns/cloudflare: `dns cloudflare <token>`
  { beside: { '': /^(?:acme_)?dns$/ }, roles: { cloudflare: 'api-token' } },
  // https://docs.ansible.com/ansible/latest/collections/community/general/cloudflare_dns_module.html
  {
    beside: { '': /^(?:community\.general\.)?cloudflare_dns$/ },
    roles: { api_token: 'api-token', account_api_key: 'global-api-key', account_api_token: 'global-api-key' },
  },
  // https://orm.drizzle.team/docs/guides/d1-http-with-drizzle-kit
  { beside: { driver: /^d1-http$/ }, below: ['dbCredentials'], roles: { token: 'api-token' } },
  // https://gethomepage.dev/widgets/services/cloudflared/
  { beside: { type: /^cloudflared$/ }, roles: { key: 'api-token' } },
  // https://github.com/oznu/docker-cloudflare-ddns
  { beside: { image: /(?:^|\/)oznu\/cloudflare-ddns(?::|@|$)/ }, below: ['environment'], roles: { API_KEY: 'api-credential' } },
  // NewFuture/DDNS, ddns-go
  { beside: { dns: /^cloudflare$/i, name: /^cloudflare$/i }, roles: { token: 'api-credential', secret: 'api-token' } },
  // cert-manager: references do not contain the key, but show that one is used
  { beside: { '': /^cloudflare$/ }, roles: { apiKeySecretRef: 'global-api-key' } },
  // https://developers.cloudflare.com/api/resources/hyperdrive/subresources/configs/methods/create/
  { beside: { '': /^origin$/ }, also: { scheme: /^(?:postgres(?:ql)?|mysql)$/ }, roles: { password: 'database-password' } },
  // https://github.com/cloudflare/origin-ca-issuer
  { beside: { kind: /^(?:Cluster)?OriginIssuer$/ }, below: ['spec', 'auth'], roles: { serviceKeyRef: 'origin-ca-key' } },
];

/** Where secrets belong instead, by kind of file; `{}` is the name of the variable. */
const keeping: readonly (readonly [path: RegExp, instead: string])[] = [
  [/\.(?:md|mdx|markdown|adoc|asciidoc|org|rst)(?:\/|$)/, 'write a placeholder here'],
  // `env.ts` is code, not a file of variables.
  [/\.[cm]?[jt]sx?$/, 'read it from the environment (`{}`)'],
  [/(?:^|\/)wrangler\.(?:toml|jsonc?)$/, 'put it into the Worker with `wrangler secret put {}`'],
  [workflowFile, 'store it as a secret of the repository and write `${{ secrets.{} }}`'],
  [
    /(?:^|\/)\.dev\.vars[^/]*$/,
    'keep this file out of the repository (`.gitignore`); deployed Workers have theirs from `wrangler secret put {}`',
  ],
  [/(?:^|[/.])(?:env|environment)\.(?:example|sample|template|dist)$/, 'leave it empty here'],
  [/(?:^|\/)(?=(?:[^/]*\.)?env(?:\.|$))[^/]+$/, 'keep this file out of the repository (`.gitignore`)'],
  [/\.ini$/, 'keep this file out of the repository and readable only by its user'],
  [/\.tfvars(?:\.json)?$/, 'keep this file out of the repository, or set `TF_VAR_…`'],
  [/\.(?:tf|tofu)$/, 'read it from a `sensitive` variable'],
  [/(?:^|\/)(?:Docker|Container)file|\.dockerfile$/i, 'pass it when the container starts, or mount it (`RUN --mount=type=secret`)'],
  [/(?:^|\/)Pulumi\.[^/]+\.ya?ml$/, 'set it with `pulumi config set --secret`'],
  [/\.tfstate(?:\.backup)?$/, 'keep the state in an encrypted backend'],
  [/(?:^|\/)(?=[^/]*compose)[^/]*\.ya?ml$/, 'read it from the environment (`${{}}`)'],
  [/(?:^|\/)package\.json$/, 'read it from the environment (`${}`)'],
  [/\.(?:jsonc?|json5|ya?ml|toml)$/, 'move it to a secret store'],
];

/** Returns what to do instead of writing a secret into this file. */
export function insteadOfWriting(path: string, variable: string): string | undefined {
  return keeping.find(([file]) => file.test(path.replaceAll('\\', '/')))?.[1].replace('{}', variable);
}
