/** The methods of npm `cloudflare` before version 3. Source: its code, version 2.9.1 (MIT), read in November 2026. */

/** The methods that most of its objects have. */
const basic = { browse: 'GET', read: 'GET /{}', edit: 'PATCH /{}', add: 'POST', del: 'DELETE /{}' } as const;

/** By member of the client: its path, its basic methods, and its own methods. */
const members: Readonly<
  Record<string, { readonly path: string; readonly has: readonly (keyof typeof basic)[]; readonly own?: Readonly<Record<string, string>> }>
> = {
  zones: {
    path: '/zones',
    has: ['browse', 'read', 'edit', 'add', 'del'],
    own: { activationCheck: 'PUT /{}/activation_check', purgeCache: 'POST /{}/purge_cache' },
  },
  dnsRecords: {
    path: '/zones/{}/dns_records',
    has: ['browse', 'read', 'add', 'del'],
    own: { edit: 'PUT /{}', export: 'GET /export' },
  },
  zoneSettings: { path: '/zones/{}/settings', has: ['browse', 'read', 'edit'], own: { editAll: 'PATCH' } },
  zoneCustomHostNames: { path: '/zones/{}/custom_hostnames', has: ['browse', 'read', 'edit', 'add', 'del'] },
  pageRules: { path: '/zones/{}/pagerules', has: ['browse', 'read', 'edit', 'add', 'del'] },
  zoneWorkersRoutes: { path: '/zones/{}/workers/filters', has: ['browse', 'read', 'add', 'del'], own: { edit: 'PUT /{}' } },
  zoneWorkersScript: { path: '/zones/{}/workers/script', has: [], own: { read: 'GET', edit: 'PUT', del: 'DELETE' } },
  enterpriseZoneWorkersRoutes: { path: '/zones/{}/workers/routes', has: ['browse', 'read', 'add', 'del'], own: { edit: 'PUT /{}' } },
  enterpriseZoneWorkersScripts: {
    path: '/accounts/{}/workers/scripts',
    has: ['browse', 'del'],
    own: { read: 'GET /{}', edit: 'PUT /{}' },
  },
  enterpriseZoneWorkersKVNamespaces: {
    path: '/accounts/{}/storage/kv/namespaces',
    has: ['browse', 'add', 'del'],
    own: { edit: 'PUT /{}' },
  },
  enterpriseZoneWorkersKV: {
    path: '/accounts/{}/storage/kv/namespaces/{}',
    has: [],
    own: {
      browse: 'GET /keys',
      read: 'GET /values/{}',
      add: 'PUT /values/{}',
      del: 'DELETE /values/{}',
      addMulti: 'PUT /bulk',
      delMulti: 'DELETE /bulk',
    },
  },
  stream: {
    path: '/accounts/{}/stream',
    has: ['browse', 'read', 'add', 'del'],
    own: { listVideos: 'GET', videoDetails: 'GET /{}', uploadVideoFromUrl: 'POST /copy', deleteVideo: 'DELETE /{}' },
  },
  user: { path: '/user', has: [], own: { read: 'GET', edit: 'PATCH' } },
  ips: { path: '/ips', has: ['browse'] },
};

/** `dnsRecords.add`: `POST /zones/{}/dns_records`. */
export const legacySdkMethods: ReadonlyMap<string, string> = new Map(
  Object.entries(members).flatMap(([member, { path, has, own = {} }]) =>
    [...has.map((name) => [name, basic[name]] as const), ...Object.entries(own)].map(([name, request]) => {
      const [method = '', below = ''] = request.split(' ');
      return [`${member}.${name}`, `${method} ${path}${below}`] as const;
    }),
  ),
);
