import { describe, expect, it } from 'vitest';
import { parseAuditParameters } from '@/lib/audit/schema';
import { auditPath } from './audit-path';

describe('auditPath', () => {
  it('says a filter so that it is read back as it was', () => {
    const { filter } = parseAuditParameters({
      person: '王 芳&',
      event: 'account.suspended',
      changesOnly: '1',
      from: '2026-11-01',
    });
    const path = auditPath('/en/audit', filter, 120);
    expect(path.startsWith('/en/audit?')).toBe(true);
    const again = parseAuditParameters(Object.fromEntries(new URLSearchParams(path.split('?')[1])));
    expect(again).toEqual({ filter, cursor: 120, misread: [] });
  });

  it('is the bare address without a filter', () => {
    expect(auditPath('/audit', parseAuditParameters({}).filter)).toBe('/audit');
  });
});
