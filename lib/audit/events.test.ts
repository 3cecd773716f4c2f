import { describe, expect, it } from 'vitest';
import { AUDIT_EVENT_NAMES, AUDIT_OBJECT_TYPES, auditEventSchema } from './events';

const object = { type: 'Account', id: 'a-1' };
const accepted = (input: unknown) => auditEventSchema.safeParse(input).success;

describe('the events of the trail', () => {
  it('are named in the past tense after what they happened to, once each', () => {
    expect(new Set(AUDIT_EVENT_NAMES).size).toBe(AUDIT_EVENT_NAMES.length);
    for (const name of AUDIT_EVENT_NAMES) expect(name).toMatch(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/);
    expect(AUDIT_OBJECT_TYPES).toContain('RoleGrant');
  });

  it('are about an object of their own type', () => {
    expect(accepted({ event: 'account.created', object })).toBe(true);
    expect(accepted({ event: 'account.created', object: { type: 'Export', id: 'x' } })).toBe(false);
    expect(accepted({ event: 'account.vanished', object })).toBe(false);
  });

  it.each([
    { password: 'x' },
    { passwordHash: 'x' },
    { status: 'active', nested: { totpSecret: 'x' } },
    { list: [{ resetToken: 'x' }] },
    { recoveryCodes: [] },
  ])('never hold a secret: %o', (after) => {
    expect(accepted({ event: 'account.changed', object, after })).toBe(false);
    expect(accepted({ event: 'account.changed', object, before: after })).toBe(false);
  });

  it('keep what people call an object, cut and without what cannot be stored', () => {
    const label = `a\0b\uD83Dc👩‍⚕️${'x'.repeat(300)}`;
    const event = { event: 'account.changed', object: { ...object, label }, after: { note: ['\0', { x: '\uDE00' }] } };
    const parsed = auditEventSchema.parse(event);
    expect(parsed.object.label).toMatch(/^a\uFFFDb\uFFFDc👩‍⚕️x+$/u);
    expect(parsed.object.label).toHaveLength(200);
    expect(parsed.after).toEqual({ note: ['\uFFFD', { x: '\uFFFD' }] });
  });

  it('are of bounded length', () => {
    expect(accepted({ event: 'account.changed', object, after: { note: 'x'.repeat(16_000) } })).toBe(true);
    expect(accepted({ event: 'account.changed', object, after: { note: 'x'.repeat(17_000) } })).toBe(false);
    expect(accepted({ event: 'account.changed', object, reason: '  ' })).toBe(false);
    expect(accepted({ event: 'account.changed', object, reason: 'x'.repeat(1001) })).toBe(false);
  });
});
