import fc from 'fast-check';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { AuditEventInput } from '@/lib/audit/events';
import { verifyAuditTrail } from '@/lib/audit/verify';
import { type SystemActor, writeAudit } from '@/lib/audit/write-audit';
import { openDatabase } from '@/lib/db/client';
import { useDatabase, withDatabase } from '@/tests/support/database';

// The trail as the database keeps it: nothing is changed, nothing slips in or out without being named.

const database = useDatabase('empty');
const CLI: SystemActor = { system: 'cli', requestId: 'test' };

const suspended = (id: string): AuditEventInput => ({
  event: 'account.suspended',
  object: { type: 'Account', id, label: '王芳，“静安”' },
  scope: { districtCode: '310106' },
  before: { status: 'active', roles: ['centre_clerk'] },
  after: { status: 'suspended', roles: [] },
  reason: '离岗',
});

async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

async function writeMany(url: string, count: number): Promise<void> {
  const own = openDatabase(url);
  try {
    await own.$transaction(
      async (tx) => {
        for (let n = 1; n <= count; n++) await writeAudit(tx, CLI, suspended(`a-${n}`));
      },
      { timeout: 60_000 },
    );
  } finally {
    await own.$disconnect();
  }
}

describe('writing', () => {
  it('keeps who, what, before and after; of what was rolled back it keeps nothing', async () => {
    const { seq: before } = await database.db.auditHead.findUniqueOrThrow({ where: { id: 1 } });
    await expect(
      database.db.$transaction(async (tx) => {
        await writeAudit(tx, CLI, suspended('rolled-back'));
        throw new Error('change of mind');
      }),
    ).rejects.toThrow('change of mind');
    const clerk = {
      accountId: 'a-clerk',
      grantId: 'g-1',
      staffSessionId: 's-1',
      displayName: '李敏',
      requestId: 'r-7',
      role: 'centre_clerk',
      centreId: 'centre-310106-01',
    } as const;
    await database.db.$transaction(async (tx) => {
      await writeAudit(tx, clerk, { event: 'account.passwordChanged', object: { type: 'Account', id: 'a-clerk' } });
      await writeAudit(tx, CLI, suspended('a-9'));
    });
    const rows = await database.db.auditEvent.findMany({ where: { seq: { gt: before } }, orderBy: { seq: 'asc' } });
    expect(rows.map(({ seq }) => seq)).toEqual([before + 1n, before + 2n]);
    expect(rows[0]).toMatchObject({ accountId: 'a-clerk', actorName: '李敏', role: 'centre_clerk', system: null });
    expect(rows[0]).toMatchObject({
      centreId: 'centre-310106-01',
      requestId: 'r-7',
      at: new Date('2026-11-18T01:30Z'),
    });
    expect(rows[1]).toMatchObject({ system: 'cli', accountId: null, districtCode: '310106', reason: '离岗' });
    expect(rows[1]).toMatchObject({ before: { status: 'active' }, after: { status: 'suspended', roles: [] } });
    expect(await database.db.auditInbox.count()).toBe(0);
  });

  it('cannot be taken back inside its transaction', async () => {
    await database.db.$transaction(async (tx) => {
      await writeAudit(tx, CLI, suspended('not-withdrawn'));
      await tx.auditInbox.updateMany({ data: { objectId: 'someone-else' } });
      await tx.auditInbox.deleteMany();
    });
    expect(await database.db.auditEvent.count({ where: { objectId: 'not-withdrawn' } })).toBe(1);
  });

  it('takes any words, and hashes them the same in the database and outside it', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
    const events = fc.sample(
      fc.record({
        label: text,
        before: fc.dictionary(
          fc.constantFrom('note', '名称', 'a.b', ''),
          fc.jsonValue({ stringUnit: 'binary', maxDepth: 2 }),
        ),
        reason: text.filter((one) => one.trim() !== ''),
      }),
      150,
    );
    await database.db.$transaction(
      async (tx) => {
        for (const { label, before: state, reason } of events) {
          const before = z.record(z.string(), z.json()).parse(state);
          const object = { type: 'Account', id: 'any-words', label } as const;
          await writeAudit(tx, CLI, {
            event: 'account.changed',
            object,
            before,
            after: { big: 1e300, small: 5e-324 },
            reason,
          });
        }
      },
      { timeout: 60_000 },
    );
    expect(await database.db.auditEvent.count({ where: { objectId: 'any-words' } })).toBe(events.length);
    expect((await verifyAuditTrail(database.url)).finding).toBeNull();
  });

  it('refuses a secret', async () => {
    const leaky = { ...suspended('a-1'), after: { passwordHash: 'x' } };
    await expect(database.db.$transaction((tx) => writeAudit(tx, CLI, leaky))).rejects.toThrow('secret');
  });

  it('keeps one chain without gaps while eight clients write, some of them failing', async () => {
    const { seq: before } = await database.db.auditHead.findUniqueOrThrow({ where: { id: 1 } });
    const client = async (name: number) => {
      for (let n = 0; n < 20; n++) {
        await database.db
          .$transaction(async (tx) => {
            await writeAudit(tx, CLI, suspended(`c-${name}-${n}`));
            // the counter is locked after the event, in the other order by the others: that must not deadlock
            const counter = { key: `k-${(name + n) % 3}`, windowStart: new Date(0) };
            await tx.rateLimitWindow.upsert({
              where: { key_windowStart: counter },
              create: { ...counter, count: 1 },
              update: { count: { increment: 1 } },
            });
            await writeAudit(tx, CLI, suspended(`c-${name}-${n}-second`));
            if (n % 5 === 4) throw new Error('rolled back');
          })
          .catch((error: Error) => expect(error.message).toBe('rolled back'));
      }
    };
    await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(client));
    const { finding, end } = await verifyAuditTrail(database.url);
    expect(finding).toBeNull();
    expect(end.seq).toBe(Number(before) + 8 * 16 * 2);
  });
});

describe('the database', () => {
  const CHANGES = [
    "UPDATE audit_event SET reason = 'nothing happened'",
    'DELETE FROM audit_event',
    'TRUNCATE audit_event',
    'UPDATE audit_head SET seq = 0',
    'DELETE FROM audit_head',
    'TRUNCATE audit_head',
  ];

  it.each(CHANGES)('refuses even a superuser: %s', async (statement) => {
    await expect(database.sql.query(statement)).rejects.toThrow('the audit trail is append-only');
  });

  it.each(CHANGES)('refuses the owner of the tables: %s', async (statement) => {
    await withClient(database.url, async (client) => {
      await client.query('BEGIN');
      await client.query('CREATE ROLE trail_owner');
      await client.query('GRANT ALL ON SCHEMA public TO trail_owner');
      for (const table of ['audit_event', 'audit_head']) {
        await client.query(`ALTER TABLE ${table} OWNER TO trail_owner`);
        await client.query(`GRANT ALL ON ${table} TO trail_owner`);
      }
      await client.query('SET LOCAL ROLE trail_owner');
      await expect(client.query(statement)).rejects.toThrow('the audit trail is append-only');
      await client.query('ROLLBACK');
    });
  });

  it('refuses changes also where ordinary triggers are off', async () => {
    await withClient(database.url, async (client) => {
      await client.query('SET session_replication_role = replica');
      await expect(client.query('DELETE FROM audit_event')).rejects.toThrow('append-only');
    });
  });

  it('links what is put in by hand like everything else', async () => {
    await database.sql.query(
      `INSERT INTO audit_event (seq, at, system, event, object_type, object_id, request_id, previous_hash, hash)
       VALUES (5000000, now(), 'cli', 'account.created', 'Account', 'by-hand', 'r', '', '')`,
    );
    expect((await verifyAuditTrail(database.url)).finding).toBeNull();
  });
});

describe('verifying', () => {
  const hashByHand = (seq: number) => `UPDATE audit_event SET hash = audit_hash(audit_event) WHERE seq = ${seq}`;

  it.each([
    ['one changed word', ["UPDATE audit_event SET reason = '好' WHERE seq = 3"], { kind: 'altered', seq: 3 }],
    ['another actor', ["UPDATE audit_event SET system = 'job' WHERE seq = 1"], { kind: 'altered', seq: 1 }],
    [
      'a state',
      [`UPDATE audit_event SET after = after || '{"status": "active"}' WHERE seq = 6`],
      { kind: 'altered', seq: 6 },
    ],
    [
      'a changed row with a hash to match',
      ["UPDATE audit_event SET reason = '好' WHERE seq = 3", hashByHand(3)],
      { kind: 'unlinked', seq: 4 },
    ],
    [
      'the last row with a hash to match',
      ["UPDATE audit_event SET reason = '好' WHERE seq = 6", hashByHand(6)],
      { kind: 'head', seq: 6 },
    ],
    ['a deleted row', ['DELETE FROM audit_event WHERE seq = 2'], { kind: 'missing', seq: 2, upTo: 2 }],
    ['the first rows', ['DELETE FROM audit_event WHERE seq <= 2'], { kind: 'missing', seq: 1, upTo: 2 }],
    ['the end cut off', ['DELETE FROM audit_event WHERE seq > 4'], { kind: 'cut', seq: 5, upTo: 6 }],
    ['everything gone', ['DELETE FROM audit_event'], { kind: 'cut', seq: 1, upTo: 6 }],
    ['the record of the end gone', ['DELETE FROM audit_head'], { kind: 'no_head' }],
    [
      'a row inserted in place of another',
      [
        'DELETE FROM audit_event WHERE seq = 3',
        `INSERT INTO audit_event SELECT 3, at, account_id, actor_name, role, system, district_code, centre_id,
           alliance_code, event, object_type, 'forged', object_label, before, after, reason, request_id, hash, hash
         FROM audit_event WHERE seq = 1`,
        hashByHand(3),
      ],
      { kind: 'unlinked', seq: 3 },
    ],
    [
      'a row inserted after the end',
      [
        `INSERT INTO audit_event SELECT 7, at, account_id, actor_name, role, system, district_code, centre_id,
           alliance_code, event, object_type, 'forged', object_label, before, after, reason, request_id, hash, hash
         FROM audit_event WHERE seq = 6`,
        hashByHand(7),
      ],
      { kind: 'beyond', seq: 7 },
    ],
  ] as const)('names %s', async (_, tampering, expected) => {
    await withDatabase('empty', async (url) => {
      await writeMany(url, 6);
      await withClient(url, async (client) => {
        for (const table of ['audit_event', 'audit_head'])
          await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
        for (const statement of tampering) await client.query(statement);
        for (const table of ['audit_event', 'audit_head'])
          await client.query(`ALTER TABLE ${table} ENABLE TRIGGER ALL`);
      });
      expect((await verifyAuditTrail(url)).finding).toMatchObject(expected);
    });
  });

  it('reads a long chain in batches, and a chain rewritten as a whole is found by an end noted outside', async () => {
    await withDatabase('empty', async (url) => {
      await writeMany(url, 1100);
      const whole = await verifyAuditTrail(url);
      expect(whole).toMatchObject({ rows: 1100, finding: null, end: { seq: 1100 } });
      expect((await verifyAuditTrail(url, whole.end)).finding).toBeNull();
      expect((await verifyAuditTrail(url, { ...whole.end, seq: 1200 })).finding).toMatchObject({
        kind: 'cut',
        upTo: 1200,
      });
      await withClient(url, async (client) => {
        await client.query('ALTER TABLE audit_event DISABLE TRIGGER ALL');
        await client.query('ALTER TABLE audit_head DISABLE TRIGGER ALL');
        expect((await verifyAuditTrail(url)).finding).toMatchObject({ kind: 'unguarded' });
        await client.query("UPDATE audit_event SET reason = '好' WHERE seq = 900");
        expect((await verifyAuditTrail(url)).finding).toMatchObject({ kind: 'altered', seq: 900 });
        // everything after it follows suit, the end included
        await client.query(`DO $$ DECLARE link bytea; BEGIN
          FOR n IN 900..1100 LOOP
            UPDATE audit_event SET previous_hash = coalesce(link, previous_hash) WHERE seq = n;
            UPDATE audit_event SET hash = audit_hash(audit_event) WHERE seq = n RETURNING hash INTO link;
          END LOOP;
          UPDATE audit_head SET hash = link;
        END $$`);
        await client.query('ALTER TABLE audit_event ENABLE TRIGGER ALL');
        await client.query('ALTER TABLE audit_head ENABLE TRIGGER ALL');
      });
      expect((await verifyAuditTrail(url)).finding).toBeNull();
      expect((await verifyAuditTrail(url, whole.end)).finding).toEqual({ kind: 'rewritten', seq: 1100 });
    });
  });
});
