import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, ActorScope } from '@/lib/access/actor';
import type { AuditEventInput } from '@/lib/audit/events';
import { AUDIT_EXPORT_COLUMNS, exportAuditEvents } from '@/lib/audit/export';
import { listAuditEvents, listObjectHistory } from '@/lib/audit/queries';
import type { AuditFilter, AuditPage } from '@/lib/audit/schema';
import { verifyAuditTrail } from '@/lib/audit/verify';
import { writeAudit } from '@/lib/audit/write-audit';
import { civilDate } from '@/lib/core/dates';
import { useDatabase } from '@/tests/support/database';

// Who reads what of the trail, and that reading leaves a trace.

const database = useDatabase('demo');

const CENTRE = 'centre-310106-01';
const TOUCHED = '13812345678';

function actor(scope: ActorScope, accountId = `a-${scope.role}`): Actor {
  return {
    accountId,
    grantId: 'g-1',
    staffSessionId: 's-1',
    displayName: `某${accountId}`,
    requestId: 'r-1',
    ...scope,
  };
}

const AUDITOR = actor({ role: 'auditor' });
const CITY = actor({ role: 'city_officer' });
const JINGAN = actor({ role: 'district_officer', districtCode: '310106' });
const HONGKOU = actor({ role: 'district_officer', districtCode: '310109' });
const CLERK = actor({ role: 'centre_clerk', centreId: CENTRE });
const OTHER_CLERK = actor({ role: 'centre_clerk', centreId: 'centre-310109-01' });
const TRAINEE = actor({ role: 'trainee', traineeId: 't-1' });

const changed = (id: string, more: Partial<Extract<AuditEventInput, { event: 'account.changed' }>> = {}) =>
  ({ event: 'account.changed', object: { type: 'Account', id, label: `人员${id}` }, ...more }) as const;

async function record(who: Actor, event: AuditEventInput): Promise<void> {
  await database.db.$transaction((tx) => writeAudit(tx, who, event));
}

async function pageFor(who: Actor, filter: AuditFilter = {}, request = {}): Promise<AuditPage> {
  const result = await listAuditEvents(who, filter, request);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const idsFor = async (who: Actor, filter: AuditFilter = {}) =>
  (await pageFor(who, { changesOnly: true, ...filter })).entries.map(({ object }) => object.id);

beforeAll(async () => {
  await database.sql.query(
    "INSERT INTO account (id, user_name, display_name) VALUES ('a-trainee', 'test.trainee', '甲乙丙')",
  );
  await record(CITY, changed('city-wide'));
  await record(JINGAN, changed('jingan', { reason: `请回电 ${TOUCHED}` }));
  await record(HONGKOU, changed('hongkou'));
  await record(CLERK, changed('clerk', { before: { phone: '13812345678' }, after: { phone: '=13812349999' } }));
  await record(TRAINEE, changed('trainee'));
  await record(CITY, {
    event: 'roleGrant.approved',
    object: { type: 'RoleGrant', id: 'grant' },
    scope: { centreId: CENTRE },
  });
});

describe('the scope of readers', () => {
  it.each([
    ['auditor', AUDITOR, ['grant', 'trainee', 'clerk', 'hongkou', 'jingan', 'city-wide']],
    ['city officer', CITY, ['grant', 'trainee', 'clerk', 'hongkou', 'jingan', 'city-wide']],
    ['district officer, also of the district’s centres', JINGAN, ['grant', 'clerk', 'jingan']],
    ['the neighbour', HONGKOU, ['hongkou']],
    ['centre clerk', CLERK, ['grant', 'clerk']],
    ['another centre', OTHER_CLERK, []],
    ['trainee: what they did themselves', TRAINEE, ['trainee']],
  ])('%s', async (_, who, ids) => {
    expect(await idsFor(who)).toEqual(ids);
  });

  it('holds for the history of one object', async () => {
    const clerkRow = { type: 'Account', id: 'clerk' } as const;
    const seen = await listObjectHistory(JINGAN, clerkRow);
    expect(seen.ok && seen.value.entries.map(({ event }) => event)).toEqual(['account.changed']);
    const unseen = await listObjectHistory(HONGKOU, clerkRow);
    expect(unseen).toEqual({ ok: true, value: { entries: [], next: null } });
    // a name that holds the id is another object
    const part = await listObjectHistory(AUDITOR, { type: 'Account', id: '人员clerk' });
    expect(part.ok && part.value.entries).toEqual([]);
  });
});

describe('filters', () => {
  it.each<[string, AuditFilter, string[]]>([
    ['person by account', { person: 'a-district_officer' }, ['hongkou', 'jingan']],
    ['person by a part of the name', { person: 'centre_clerk' }, ['clerk']],
    ['person by the name of the account', { person: '甲乙' }, ['trainee']],
    ['object by id', { object: 'hongkou' }, ['hongkou']],
    ['object by a part of what it was called', { object: '人员city' }, ['city-wide']],
    ['type of object', { objectType: 'RoleGrant' }, ['grant']],
    ['event', { event: 'roleGrant.approved' }, ['grant']],
    [
      'a day, both ends included',
      { from: civilDate('2026-11-18'), to: civilDate('2026-11-18'), object: 'clerk' },
      ['clerk'],
    ],
    ['a day before', { to: civilDate('2026-11-17') }, []],
    ['a day after', { from: civilDate('2026-11-19') }, []],
    ['several at once', { person: 'a-district_officer', object: 'clerk' }, []],
  ])('%s', async (_, filter, ids) => {
    expect(await idsFor(AUDITOR, filter)).toEqual(ids);
  });

  it.each([
    ['by number', { changesOnly: true }],
    ['by time', { changesOnly: true, from: civilDate('2026-11-18') }],
  ])('go through pages without repeating or skipping, %s', async (_, filter) => {
    const seen: number[] = [];
    let cursor: number | undefined;
    do {
      const { entries, next } = await pageFor(AUDITOR, filter, { limit: 4, cursor });
      seen.push(...entries.map(({ seq }) => seq));
      cursor = next ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(6);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
  });
});

describe('what readers see', () => {
  it('is masked where it would reach a person', async () => {
    const { entries } = await pageFor(AUDITOR, { object: 'clerk', objectType: 'Account' });
    expect(entries[0]?.changes).toEqual([{ field: 'phone', before: '138****5678', after: '=138****9999' }]);
    expect(entries[0]?.scope).toEqual({ districtCode: '310106', centreId: CENTRE, allianceCode: null });
    const [reason] = (await pageFor(AUDITOR, { object: 'jingan' })).entries;
    expect(reason?.reason).toBe('请回电 138****5678');
  });

  it('becomes an event itself', async () => {
    await pageFor(HONGKOU, { object: 'something' });
    const [latest] = await database.db.auditEvent.findMany({ orderBy: { seq: 'desc' }, take: 1 });
    expect(latest).toMatchObject({
      event: 'audit.read',
      accountId: 'a-district_officer',
      districtCode: '310109',
      after: { filter: { object: 'something' }, rows: 0 },
    });
  });
});

describe('the export', () => {
  const words = {
    heading: (column: string) => `[${column}]`,
    event: (name: string) => `=${name}`,
    objectType: (type: string) => type,
    role: (role: string) => role,
    system: (system: string) => system,
  };

  it('holds the same rows as the list, masked and safe for spreadsheets, and is recorded', async () => {
    const made = await exportAuditEvents(JINGAN, { changesOnly: true }, words);
    if (!made.ok) throw new Error(made.error.code);
    expect(made.value.fileName).toBe('audit-2026-11-18.csv');
    const [latest] = await database.db.auditEvent.findMany({ orderBy: { seq: 'desc' }, take: 1 });
    expect(latest).toMatchObject({ event: 'export.made', after: { format: 'csv', filter: { changesOnly: true } } });
    let text = '';
    for await (const lines of made.value.lines) text += lines;
    expect(text).not.toContain(TOUCHED);
    const [heading, ...rows]: string[][] = parse(text, { bom: true });
    expect(heading).toEqual(AUDIT_EXPORT_COLUMNS.map((column) => `[${column}]`));
    const column = (name: (typeof AUDIT_EXPORT_COLUMNS)[number]) => AUDIT_EXPORT_COLUMNS.indexOf(name);
    expect(rows.map((row) => row[column('objectId')])).toEqual(['grant', 'clerk', 'jingan']);
    expect(rows[1]?.[column('after')]).toBe('phone: =138****9999');
    expect(rows[1]?.[column('event')]).toBe("'=account.changed");
  });

  it('is missing for whoever may not take rows out', async () => {
    for (const who of [CLERK, TRAINEE])
      expect(await exportAuditEvents(who, {}, words)).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
  });

  it('reads a long trail in batches, up to the moment it was asked for', async () => {
    await database.db.$transaction(
      async (tx) => {
        for (let n = 0; n < 1100; n++) await writeAudit(tx, HONGKOU, changed(`many-${n}`));
      },
      { timeout: 60_000 },
    );
    const made = await exportAuditEvents(HONGKOU, { object: '人员many' }, words);
    if (!made.ok) throw new Error(made.error.code);
    await record(HONGKOU, changed('many-too-late'));
    let count = -1;
    for await (const lines of made.value.lines) count += lines.split('\r\n').length - 1;
    expect(count).toBe(1100);
    expect((await verifyAuditTrail(database.url)).finding).toBeNull();
  });
});
