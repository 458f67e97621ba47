import packageJson from '../package.json' with { type: 'json' };

export const { name, version } = packageJson;

const pages = 'https://github.com/eslint-plugin-cloudflare-auth/eslint-plugin-cloudflare-auth/blob/main/rules';

/** Returns the URL of a rule's page. */
export const ruleUrl = (rule: string): string => `${pages}/${rule}.md`;
