import { describeGrants, isUnneeded, leastPrivilege } from '../src/cloudflare/tokens/least-privilege.js';
import { knownGroup } from '../src/cloudflare/tokens/permission-groups.js';
import { dangerousGroup, oneInstead, reachOf } from '../src/cloudflare/tokens/permissions.js';
import { operationsWith } from '../src/facts/tokens/token-uses.js';
import { type GivenGroup, type Grant, grants } from '../src/facts/tokens/grants.js';
import { templateLinks } from '../src/facts/tokens/template-links.js';
import { defineRule, suggestion } from '../src/rule.js';
import type { SourceFile, Span } from '../src/source/model.js';

export default defineRule(
  {
    description: 'Require API tokens to be limited to the permissions and resources they need.',
    messages: {
      wildcard: 'Token grants access to {{ reaches }}, including future ones. List specific accounts, zones or buckets.',
      allZones: 'Token grants access to {{ reaches }}, including future ones. List specific ones.',
      one: 'Name one: `{{ code }}`.',
      everyGroup: 'Token is granted every permission group. Grant only those its program needs.',
      takeover: '{{ group }} lets anyone with the token {{ allows }}. Create a token without it.',
      together: '{{ group }} lets anyone with the token {{ allows }}. Keep it in a token of its own, not among other permissions.',
      tooMany: 'Token is granted {{ count }} permission groups (maximum {{ most }}). Create one token per task.',
      needless: 'Nothing this token is used for here needs {{ group }}; {{ needs }} is enough.',
      link: 'Link requests a token that grants access to {{ reaches }}. Let the person who follows it choose the account and zone.',
    },
    options: {
      type: 'object',
      properties: {
        allow: {
          type: 'object',
          description: 'Permission groups and resources that are not reported. Default: none.',
          properties: {
            groups: { type: 'array', description: 'Names or IDs of permission groups.', items: { type: 'string' }, uniqueItems: true },
            resources: {
              type: 'array',
              description: 'Keys of `resources`.',
              items: { type: 'string' },
              uniqueItems: true,
            },
          },
          additionalProperties: false,
        },
        maxGroups: {
          type: 'integer',
          minimum: 1,
          description: 'Maximum number of permission groups of a token. Default: no limit; 10 in `strict`.',
        },
        allZones: {
          type: 'boolean',
          description: 'Report tokens for all zones or buckets of one account. Default: false; true in `strict`.',
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
        // All zones of all accounts amount to all accounts.
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
      const needs = operations && describeGrants(leastPrivilege(operations));
      for (const { group, at } of needs ? given : []) {
        const name = knownGroup(group)?.name;
        if (!operations || !needs || name === undefined || [group, name].some((each) => allowedGroups.includes(each))) continue;
        if (isUnneeded(name, operations)) yield { at, messageId: 'needless', data: { group: name, needs } };
      }
      if (maxGroups !== undefined && given.length > maxGroups)
        yield { at: fact.at, messageId: 'tooMany', data: { count: String(given.length), most: String(maxGroups) } };
    },
  },
);

/** Suggests the id of a single resource instead of a wildcard, if a variable holds it. */
function naming(key: string, at: Span, { edits }: SourceFile) {
  const instead = oneInstead(key);
  return suggestion('one', instead && edits?.replaceKey?.(at, instead.before, instead.id));
}

/** Returns the permission groups of all policies of a token, without duplicates. */
function groupsOf({ policies }: Grant): readonly GivenGroup[] {
  const all = policies.flatMap(({ groups }) => groups);
  return all.filter(({ group }, index) => all.findIndex((each) => each.group === group) === index);
}
