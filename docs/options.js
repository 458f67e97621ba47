/** Generates the table of options on a rule's page: nested options follow their parent, and defaults come from the end of the description. */
import cloudflareAuth from '../dist/index.js';

/**
 * @typedef {object} Schema
 * @property {string} type
 * @property {string} [description]
 * @property {Schema} [items]
 * @property {Readonly<Record<string, Schema>>} [properties]
 * @property {Schema | false} [additionalProperties]
 */

const [begin, end] = ['<!-- begin auto-generated rule options list -->', '<!-- end auto-generated rule options list -->'];

/**
 * Returns a page with its table updated, if it belongs to a rule with options.
 *
 * @param {string} page
 * @returns {string}
 */
export function withOptionTable(page) {
  const [before = '', rest] = page.split(begin);
  const rule = /^# .*`cloudflare-auth\/([a-z-]+)`/.exec(page)?.[1];
  if (rest === undefined || rule === undefined) return page;
  const { meta } = /** @type {import('eslint').Rule.RuleModule} */ (
    cloudflareAuth.rules[/** @type {keyof typeof cloudflareAuth.rules} */ (rule)]
  );
  const [schema] = /** @type {readonly Schema[]} */ (meta?.schema);
  const heads = ['Option', 'Type', 'Description', 'Default'];
  const rows = [heads, heads.map(() => '---'), ...rowsOf(schema?.properties ?? {}, '')];
  return `${before}${begin}\n\n${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n\n${end}${rest.split(end)[1] ?? ''}`;
}

/**
 * @param {Readonly<Record<string, Schema>>} properties
 * @param {string} prefix
 * @returns {readonly (readonly string[])[]}
 */
function rowsOf(properties, prefix) {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const [description = '', value = ''] = (schema.description ?? '').split(/ Default: (?=[^.]*\.$)/);
    return [
      [`\`${prefix}${name}\``, typeOf(schema), description, value.replace(/\.$/, '')],
      ...rowsOf(schema.properties ?? {}, `${prefix}${name}.`),
    ];
  });
}

/**
 * @param {Schema} schema
 * @returns {string}
 */
function typeOf({ type, items, additionalProperties }) {
  if (type === 'array') return `${items?.type ?? ''}[]`;
  return type === 'object' && additionalProperties ? `object of ${additionalProperties.type}s` : type;
}
