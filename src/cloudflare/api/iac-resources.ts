/**
 * API paths of infrastructure resources: the path at which a resource is created, and below which it is read, updated and deleted.
 *
 * Names are those of Terraform without `cloudflare_`, from versions 4 and 5 of the provider; Pulumi (5 and 6) and CDKTF use the same in camel case.
 * Source: https://registry.terraform.io/providers/cloudflare/cloudflare/latest/docs, whose pages link the operations, read for the common ones.
 */
import { type Operation, operationsAt } from './operations.js';

const access = '/accounts/{}/access';
const resources: Readonly<Record<string, string>> = {
  account_member: '/accounts/{}/members',
  account_token: '/accounts/{}/tokens',
  api_token: '/user/tokens',
  certificate_pack: '/zones/{}/ssl/certificate_packs',
  custom_hostname: '/zones/{}/custom_hostnames',
  d1_database: '/accounts/{}/d1/database',
  dns_record: '/zones/{}/dns_records',
  record: '/zones/{}/dns_records',
  email_routing_address: '/accounts/{}/email/routing/addresses',
  email_routing_rule: '/zones/{}/email/routing/rules',
  filter: '/zones/{}/filters',
  firewall_rule: '/zones/{}/firewall/rules',
  healthcheck: '/zones/{}/healthchecks',
  hyperdrive_config: '/accounts/{}/hyperdrive/configs',
  list: '/accounts/{}/rules/lists',
  load_balancer: '/zones/{}/load_balancers',
  load_balancer_monitor: '/accounts/{}/load_balancers/monitors',
  load_balancer_pool: '/accounts/{}/load_balancers/pools',
  logpush_job: '/zones/{}/logpush/jobs',
  notification_policy: '/accounts/{}/alerting/v3/policies',
  origin_ca_certificate: '/certificates',
  page_rule: '/zones/{}/pagerules',
  pages_domain: '/accounts/{}/pages/projects/{}/domains',
  pages_project: '/accounts/{}/pages/projects',
  queue: '/accounts/{}/queues',
  r2_bucket: '/accounts/{}/r2/buckets',
  ruleset: '/zones/{}/rulesets',
  spectrum_application: '/zones/{}/spectrum/apps',
  turnstile_widget: '/accounts/{}/challenges/widgets',
  waiting_room: '/zones/{}/waiting_rooms',
  worker_domain: '/accounts/{}/workers/domains',
  workers_custom_domain: '/accounts/{}/workers/domains',
  worker_cron_trigger: '/accounts/{}/workers/scripts/{}/schedules',
  workers_cron_trigger: '/accounts/{}/workers/scripts/{}/schedules',
  workers_kv: '/accounts/{}/storage/kv/namespaces/{}/values',
  workers_kv_namespace: '/accounts/{}/storage/kv/namespaces',
  worker_route: '/zones/{}/workers/routes',
  workers_route: '/zones/{}/workers/routes',
  worker_script: '/accounts/{}/workers/scripts',
  workers_script: '/accounts/{}/workers/scripts',
  workers_secret: '/accounts/{}/workers/scripts/{}/secrets',
  access_application: `${access}/apps`,
  access_group: `${access}/groups`,
  access_identity_provider: `${access}/identity_providers`,
  access_service_token: `${access}/service_tokens`,
  zero_trust_access_application: `${access}/apps`,
  zero_trust_access_group: `${access}/groups`,
  zero_trust_access_identity_provider: `${access}/identity_providers`,
  zero_trust_access_policy: `${access}/policies`,
  zero_trust_access_service_token: `${access}/service_tokens`,
  zero_trust_gateway_policy: '/accounts/{}/gateway/rules',
  zero_trust_list: '/accounts/{}/gateway/lists',
  tunnel: '/accounts/{}/cfd_tunnel',
  tunnel_config: '/accounts/{}/cfd_tunnel/{}/configurations',
  zero_trust_tunnel_cloudflared: '/accounts/{}/cfd_tunnel',
  zero_trust_tunnel_cloudflared_config: '/accounts/{}/cfd_tunnel/{}/configurations',
  zone: '/zones',
  zone_dnssec: '/zones/{}/dnssec',
  zone_setting: '/zones/{}/settings',
  zone_settings_override: '/zones/{}/settings',
};

/** Returns the operations for creating, reading, updating and deleting a resource, by its class or name; none if it is not known. */
export function resourceOperations(name: string): readonly Operation[] {
  const key = name.replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, '_').toLowerCase();
  const path = Object.hasOwn(resources, key) ? resources[key] : undefined;
  if (path === undefined) return [];
  const item = operationsAt(`${path}/{}`);
  const own = operationsAt(path).filter(({ method }) => item.length === 0 || method === 'POST');
  return [...own, ...item];
}

/** The names of all known resources. */
export const resourceNames: readonly string[] = Object.keys(resources);
