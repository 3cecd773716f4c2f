import { describe, expect, it } from 'vitest';
import { ACTOR_ROLES } from '@/lib/access/actor';
import { AUDIT_EVENT_NAMES, AUDIT_OBJECT_TYPES } from '@/lib/audit/events';
import { AUDIT_EXPORT_COLUMNS } from '@/lib/audit/export';
import { SYSTEMS } from '@/lib/audit/schema';
import { words } from '@/tests/support/words';

// Everything the trail can say has its words; that English is complete too, the test of the catalogs sees.

describe('the catalogs know', () => {
  it.each(AUDIT_EVENT_NAMES)('the event %s', (event) => {
    expect(words(`audit.event.${event}`)).not.toBe('');
    expect(words(`audit.eventName.${event}`)).not.toBe('');
  });

  it.each([
    ...AUDIT_OBJECT_TYPES.map((type) => `audit.objectType.${type}`),
    ...SYSTEMS.map((system) => `audit.system.${system}`),
    ...AUDIT_EXPORT_COLUMNS.map((column) => `audit.export.column.${column}`),
    ...ACTOR_ROLES.map((role) => `accounts.role.${role}`),
  ])('%s', (key) => expect(words(key)).not.toBe(''));
});
