import { describe, expect, it } from 'vitest';
import type { ActorScope } from '@/lib/access/actor';
import { listDueSessions } from '@/lib/clinic-sessions/due-queries';
import { dateInShanghai } from '@/lib/core/dates';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { FIXED_NOW } from '@/tests/support/fixed-clock';

// What those who sign in to the demonstration meet: enough to try everything, and not more than a morning's work.

const database = useDatabase('demo');
const TODAY = dateInShanghai(new Date(FIXED_NOW));

async function scopeOf(userName: string): Promise<ActorScope> {
  const { rows } = await database.sql.query<Record<string, string>>(
    `SELECT g.role, g.centre_id, g.expert_id, g.trainee_id, g.district_code, g.alliance_code
       FROM role_grant g JOIN account a ON a.id = g.account_id WHERE a.user_name = $1`,
    [userName],
  );
  const row = rows[0] ?? {};
  const { role, centre_id: centreId, expert_id: expertId, trainee_id: traineeId } = row;
  return {
    role,
    centreId,
    expertId,
    traineeId,
    districtCode: row.district_code,
    allianceCode: row.alliance_code,
  } as ActorScope;
}

async function count(statement: string, values: unknown[]): Promise<number> {
  const { rows } = await database.sql.query<{ n: number }>(`SELECT count(*)::int AS n ${statement}`, values);
  return rows[0]?.n ?? Number.NaN;
}

const OPEN_MONTH = `NOT EXISTS (SELECT FROM month_close m WHERE m.district_code = s.district_code
  AND m.month = date_trunc('month', s.date)::date AND m.reopened_at IS NULL)`;

describe('on the day the demonstration is made', () => {
  it.each(['centre.huangpu', 'centre.xuhui'])(
    'the clerk %s has two sessions today, a few overdue, one returned, one disputed',
    async (userName) => {
      const due = await listDueSessions(actorWith(await scopeOf(userName)), TODAY);
      const of = (kind: string) => due.filter((session) => session.kind === kind).length;
      expect({ today: of('today'), returned: of('returned'), disputed: of('disputed') }).toEqual({
        today: 2,
        returned: 1,
        disputed: 1,
      });
      expect(of('overdue')).toBeGreaterThanOrEqual(1);
      expect(of('overdue')).toBeLessThanOrEqual(3);
      expect(of('week')).toBeLessThanOrEqual(2);
      for (const { record } of due.filter(({ kind }) => kind === 'returned' || kind === 'disputed')) {
        expect(record?.reason).toBeTruthy();
        expect(String(record?.dueOn) >= TODAY).toBe(true);
      }
    },
  );

  it('the expert has a few sessions to confirm', async () => {
    const scope = await scopeOf('expert');
    const waiting = await count(
      `FROM clinic_session s WHERE state = 'submitted' AND held AND coalesce(expert_id, planned_expert_id) = $1 AND ${OPEN_MONTH}`,
      [scope.role === 'expert' && scope.expertId],
    );
    expect(waiting).toBeGreaterThanOrEqual(3);
    expect(waiting).toBeLessThanOrEqual(12);
  });

  it('the trainee has a few attendances to sign, all of the last weeks', async () => {
    const scope = await scopeOf('trainee');
    const unsigned = `FROM clinic_session_trainee t JOIN clinic_session s ON s.id = t.session_id
      WHERE t.trainee_id = $1 AND t.signed_at IS NULL AND s.state <> 'withdrawn'`;
    const traineeId = scope.role === 'trainee' && scope.traineeId;
    const waiting = await count(unsigned, [traineeId]);
    expect(waiting).toBeGreaterThanOrEqual(1);
    expect(waiting).toBeLessThanOrEqual(9);
    expect(await count(`${unsigned} AND s.date < $2::date - 35`, [traineeId, TODAY])).toBe(0);
  });

  it.each(['district.huangpu', 'district.xuhui'])('the officer %s has records to accept', async (userName) => {
    const scope = await scopeOf(userName);
    const waiting = await count(
      `FROM clinic_session s WHERE (state = 'confirmed' OR state = 'submitted' AND NOT held) AND district_code = $1 AND ${OPEN_MONTH}`,
      [scope.role === 'district_officer' && scope.districtCode],
    );
    expect(waiting).toBeGreaterThanOrEqual(3);
    expect(waiting).toBeLessThanOrEqual(60);
  });

  it.each(['alliance.east', 'alliance.south'])('the officer %s has sessions to confirm', async (userName) => {
    const scope = await scopeOf(userName);
    const waiting = await count(
      `FROM clinic_session s JOIN alliance_membership a ON a.facility_id = s.hospital_id
       WHERE s.state = 'submitted' AND held AND a.alliance_code = $1 AND ${OPEN_MONTH}`,
      [scope.role === 'alliance_officer' && scope.allianceCode],
    );
    expect(waiting).toBeGreaterThanOrEqual(5);
    expect(waiting).toBeLessThanOrEqual(200);
  });
});
