import { inWords, isNeedless, leastPrivilege } from '../src/cloudflare/tokens/least-privilege.js';
import { knownGroup } from '../src/cloudflare/tokens/permission-groups.js';
import { dangerousGroup, oneInstead, reachOf } from '../src/cloudflare/tokens/permissions.js';
import { operationsWith } from '../src/facts/tokens/token-uses.js';
import { type GivenGroup, type Grant, grants } from '../src/facts/tokens/grants.js';
import { templateLinks } from '../src/facts/tokens/template-links.js';
import { defineRule, offered } from '../src/rule.js';
import type { SourceFile, Span } from '../src/source/model.js';

export default defineRule(
  {
    sentence: 'Restrict what API tokens may do, and on what.',
    messages: {
      wildcard: 'This token reaches {{ reaches }}, also those to come. Name the accounts, zones or buckets that it is for.',
      allZones: 'This token reaches {{ reaches }}, also those to come. Name those that it is for.',
      one: 'Name one: `{{ code }}`.',
      everyGroup: 'This token is given every permission group there is. Give only those that its program needs.',
      takeover: '{{ group }} lets whoever holds the token {{ allows }}. Create a token without it.',
      together:
        '{{ group }} lets whoever holds the token {{ allows }}. Here it stands together with other permissions: keep it in a token of its own.',
      tooMany: 'This token is given {{ count }} permission groups; no more than {{ most }} are allowed. Create a token for each task.',
      needless: 'Nothing that is done with this token here needs {{ group }}: {{ needs }} is enough.',
      link: 'This link asks for a token that reaches {{ reaches }}. Leave the choice of account and zone to whoever follows it.',
    },
    options: {
      type: 'object',
      properties: {
        allow: {
          type: 'object',
          description: 'What may be given nevertheless: names or ids of permission groups, keys of resources.',
          properties: {
            groups: { type: 'array', items: { type: 'string' }, uniqueItems: true },
            resources: { type: 'array', items: { type: 'string' }, uniqueItems: true },
          },
          additionalProperties: false,
        },
        maxGroups: {
          type: 'integer',
          minimum: 1,
          description: 'How many permission groups a token may have. Default: any number; 10 in `strict`.',
        },
        allZones: {
          type: 'boolean',
          description: 'Whether to report tokens for all zones or buckets of one account. Default: false; true in `strict`.',
        },
      },
      additionalProperties: false,
    },
    defaults: { allow: {}, allZones: false },
  },
  {
    about: (file) => [...grants(file), ...templateLinks(file)],
    *check(fact, { allow: { groups: allowedGroups = [], resources: allowedResources = [] } = {}, maxGroups, allZones }, file) {
      if (fact.sort === 'link') {
        yield { at: fact.at, messageId: 'link', data: { reaches: fact.reaches } };
        return;
      }
      for (const { key, at, under } of fact.policies.flatMap(({ resources }) => resources)) {
        if (allowedResources.includes(key)) continue;
        // All zones of all accounts are all accounts.
        const outer = under === undefined ? undefined : reachOf(under, false);
        const reaches = outer ?? reachOf(key, under !== undefined);
        if (reaches === undefined) continue;
        const suggest = outer === undefined ? [naming(key, at, file)] : [];
        if (under === undefined || outer !== undefined) yield { at, messageId: 'wildcard', data: { reaches }, suggest };
        else if (allZones) yield { at, messageId: 'allZones', data: { reaches }, suggest };
      }
      for (const { everyGroup } of fact.policies) if (everyGroup) yield { at: everyGroup, messageId: 'everyGroup' };
      const given = groupsOf(fact);
      for (const { group, at } of given) {
        const row = dangerousGroup(group);
        if (!row || [row.name, ...row.ids].some((each) => allowedGroups.includes(each))) continue;
        const data = { group: row.name, allows: row.allows };
        yield { at, messageId: given.length > 1 ? 'together' : 'takeover', data };
      }
      const operations = given.length > 0 ? operationsWith(fact, file) : undefined;
      const needs = operations && inWords(leastPrivilege(operations));
      for (const { group, at } of needs ? given : []) {
        const name = knownGroup(group)?.name;
        if (!operations || !needs || name === undefined || [group, name].some((each) => allowedGroups.includes(each))) continue;
        if (isNeedless(name, operations)) yield { at, messageId: 'needless', data: { group: name, needs } };
      }
      if (maxGroups !== undefined && given.length > maxGroups)
        yield { at: fact.at, messageId: 'tooMany', data: { count: String(given.length), most: String(maxGroups) } };
    },
  },
);

/** The id of one resource instead of a wildcard, where a variable holds it. */
function naming(key: string, at: Span, { spelling }: SourceFile) {
  const instead = oneInstead(key);
  return offered('one', instead && spelling?.replaceKey?.(at, instead.before, instead.id));
}

/** The permission groups of all policies of a token, each once. */
function groupsOf({ policies }: Grant): readonly GivenGroup[] {
  const all = policies.flatMap(({ groups }) => groups);
  return all.filter(({ group }, index) => all.findIndex((each) => each.group === group) === index);
}
