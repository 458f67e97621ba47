import { describe, expect, it } from 'vitest';
import { operationAt } from '../../../src/cloudflare/api/operations.js';
import { phaseOperations } from '../../../src/cloudflare/api/ruleset-phases.js';
import { permissionGroup } from '../../../src/cloudflare/tokens/permission-groups.js';

describe('the rules of a phase', () => {
  it.each(Object.entries(phaseOperations))('%s takes a permission that exists', (name, accepted) => {
    const level = name.includes(' /zones/') ? 'zone' : 'account';
    expect(accepted.map((group) => permissionGroup(group, level)).filter(({ id, scope }) => id === undefined || scope !== level)).toEqual(
      [],
    );
    const [method = '', path = ''] = name.split(' ');
    expect(operationAt(method, path)?.accepted).toEqual(accepted);
  });

  it('are not known of a ruleset whose phase is not', () => {
    expect(operationAt('PUT', '/zones/{}/rulesets/phases/{}/entrypoint')?.accepted).toBeUndefined();
    expect(operationAt('PUT', '/accounts/{}/rulesets/phases/{}/entrypoint')?.accepted).toContain('Account Rulesets Write');
  });
});
