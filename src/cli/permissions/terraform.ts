import { printableJson } from '../reports/printable.js';
import type { Policy, TokenBody } from './policy.js';

/** Returns the token as a resource for version 5 of Cloudflare's Terraform provider. */
export function terraform({ name, policies, expires_on: end, condition }: TokenBody, ofUser: boolean): string {
  const label = name.replaceAll(/[^\w-]+/g, '_').replace(/^(?=[\d-])/, '_') || 'token';
  return [
    `resource "${ofUser ? 'cloudflare_api_token' : 'cloudflare_account_token'}" "${label}" {`,
    `  name       = ${quoted(name)}`,
    ...(ofUser ? [] : ['  account_id = var.account_id']),
    `  expires_on = ${quoted(end)}`,
    '  policies = [',
    ...policies.flatMap(policy),
    '  ]',
    '  condition = {',
    '    request_ip = {',
    `      in = [${condition.request_ip.in.map((range) => quoted(range)).join(', ')}]`,
    '    }',
    '  }',
    '}',
    '',
  ].join('\n');
}

function policy({ effect, permission_groups: groups, resources }: Policy): readonly string[] {
  return [
    '    {',
    `      effect = ${quoted(effect)}`,
    '      permission_groups = [',
    ...groups.map(({ id, name }) => `        { id = ${quoted(id)} }, # ${name}`),
    '      ]',
    `      resources = jsonencode(${JSON.stringify(resources).replaceAll(/<(\w+)>/g, (_, variable: string) => `\${var.${variable.toLowerCase()}}`)})`,
    '    },',
  ];
}

function quoted(text: string): string {
  return printableJson(text)
    .replaceAll('${', () => '$${')
    .replaceAll('%{', () => '%%{');
}
