import { describe, expect, it } from 'vitest';
import { addDays, civilDate, dateInShanghai, WEEKDAYS, type Weekday } from '@/lib/core/dates';
import { type PlanInput, planSessions } from '@/lib/joint-clinics/rules';
import { useDatabase } from '@/tests/support/database';
import { FIXED_NOW } from '@/tests/support/fixed-clock';

const database = useDatabase('demo');
const TODAY = dateInShanghai(new Date(FIXED_NOW));

async function rows(statement: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  return (await database.sql.query<Record<string, unknown>>(statement, values)).rows;
}

/** The one value of a statement that answers one row of one column, as a number. */
async function number(statement: string, values: unknown[] = []): Promise<number> {
  const [row] = await rows(statement, values);
  return Number(Object.values(row ?? {})[0]);
}

function weekday(value: number): Weekday {
  const known = WEEKDAYS.find((day) => day === value);
  if (!known) throw new Error(`No weekday ${value}`);
  return known;
}

describe('the clinics', () => {
  it('treat what their centre offers, by experts who treat it', async () => {
    expect(
      await rows(
        `SELECT cc.* FROM joint_clinic_condition cc JOIN joint_clinic j ON j.id = cc.clinic_id
         WHERE NOT EXISTS (SELECT 1 FROM facility_condition f WHERE f.facility_id = j.centre_id
           AND f.catalogue_id = cc.catalogue_id AND f.condition_code = cc.condition_code)
         OR EXISTS (SELECT 1 FROM joint_clinic_expert e WHERE e.clinic_id = j.id AND NOT EXISTS (
           SELECT 1 FROM expert_condition x WHERE x.expert_id = e.expert_id AND x.condition_code = cc.condition_code))`,
      ),
    ).toEqual([]);
  });

  it('have a schedule by one of their experts, and teach trainees of their centre', async () => {
    expect(
      await rows(
        `SELECT j.id FROM joint_clinic j WHERE NOT EXISTS (
           SELECT 1 FROM clinic_schedule s JOIN joint_clinic_expert e USING (clinic_id, expert_id)
           WHERE s.clinic_id = j.id AND daterange(s.valid_from, s.valid_to, '[]') @> $1::date)
         OR NOT EXISTS (SELECT 1 FROM joint_clinic_trainee t WHERE t.clinic_id = j.id)`,
        [TODAY],
      ),
    ).toEqual([]);
    expect(
      await number(
        'SELECT count(*) FROM trainee_doctor t WHERE NOT EXISTS (SELECT 1 FROM joint_clinic_trainee j WHERE j.trainee_id = t.id)',
      ),
    ).toBe(0);
  });

  it('answer a search for sleeplessness on a Saturday morning in every alliance', async () => {
    const hospitals = await rows(
      `SELECT DISTINCT hospital_id FROM joint_clinic j JOIN clinic_schedule s ON s.clinic_id = j.id
       JOIN joint_clinic_condition cc ON cc.clinic_id = j.id JOIN condition c ON c.code = cc.condition_code
       WHERE c.name = '不寐病' AND s.weekday = 6 AND s.half = 'am' AND s.valid_to IS NULL`,
    );
    expect(hospitals).toHaveLength(4);
  });

  it('have three stop notices and two added sessions in the weeks after today, where the schedule says so', async () => {
    const changed = await database.db.jointClinic.findMany({
      where: { exceptions: { some: {} } },
      include: { exceptions: true, schedules: true, statuses: true },
    });
    const date = (value: Date) => civilDate(value.toISOString().slice(0, 10));
    let [removed, added] = [0, 0];
    for (const clinic of changed) {
      const input: PlanInput = {
        schedule: clinic.schedules.map((line) => ({
          weekday: weekday(line.weekday),
          half: line.half,
          startsMinute: line.startsMinute,
          endsMinute: line.endsMinute,
          recurrence: line.recurrence,
          anchorDate: date(line.anchorDate),
          validFrom: date(line.validFrom),
          validTo: line.validTo && date(line.validTo),
          expertId: line.expertId,
        })),
        exceptions: clinic.exceptions.map(({ kind, half, reason, reasonEn, ...row }) => {
          const common = { date: date(row.date), half, reason, reasonEn };
          if (kind === 'removed') return { kind, ...common };
          const { startsMinute, endsMinute, expertId } = row;
          if (startsMinute === null || endsMinute === null || expertId === null) throw new Error('incomplete');
          return { kind, ...common, startsMinute, endsMinute, expertId };
        }),
        statuses: clinic.statuses.map(({ status, validFrom, validTo }) => ({
          status,
          validFrom: date(validFrom),
          validTo: validTo && date(validTo),
          reason: null,
          reasonEn: null,
        })),
        holidays: new Map(),
        from: addDays(TODAY, 1),
        to: addDays(TODAY, 27),
      };
      const plan = planSessions(input);
      removed += plan.stopped.filter(({ cause }) => cause === 'removed').length;
      added += plan.expected.filter((session) => session.added).length;
    }
    expect({ removed, added }).toEqual({ removed: 3, added: 2 });
  });

  it('were suspended only in the past', async () => {
    expect(await number("SELECT count(*) FROM joint_clinic_status WHERE status = 'suspended'")).toBeGreaterThan(2);
    expect(
      await number(
        "SELECT count(*) FROM joint_clinic_status WHERE status <> 'operating' AND (valid_to IS NULL OR valid_to > $1)",
        [TODAY],
      ),
    ).toBe(0);
    expect(await number("SELECT count(*) FROM joint_clinic_status WHERE status = 'closed'")).toBe(0);
  });
});
