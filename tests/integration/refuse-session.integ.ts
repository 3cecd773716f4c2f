import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { submitClinicSession, withdrawClinicSession } from '@/lib/clinic-sessions/commands';
import type { HeldContent } from '@/lib/clinic-sessions/schema';
import { addDays, civilDate } from '@/lib/core/dates';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { invalidAt, refused } from '@/tests/support/session-refusal';
import { CATALOGUE, heldContent, SESSION_DAY, type SessionWorld, sessionWorldOn } from '@/tests/support/session-world';

const database = useDatabase('empty');
let worlds = 0;
let world: SessionWorld;

beforeEach(async () => {
  worlds += 1;
  world = await sessionWorldOn(database.db, `w${worlds}`);
});

describe('what does not fit', () => {
  it.each<[string, Partial<HeldContent>, string, string]>([
    ['conditions beyond the visits', { conditions: [{ ...CATALOGUE, visits: 13 }] }, 'conditions', 'conditionSum'],
    [
      'an unknown condition',
      { conditions: [{ catalogueId: 'example-2023', code: 'nothing', visits: 1 }] },
      'conditions',
      'conditionUnknown',
    ],
    ['an unknown technique', { techniques: [{ code: 'nothing', count: 1 }] }, 'techniques', 'techniqueUnknown'],
    ['an unknown trainee', { trainees: [{ traineeId: 'nobody', part: 'leading' }] }, 'trainees', 'traineeUnassigned'],
    [
      'an unknown substitute',
      { expert: { presence: 'substitute', expertId: 'nobody' } },
      'expert',
      'substituteUnknown',
    ],
    ['a count that is none', { visitsNew: -1 }, 'visitsNew', 'count'],
  ])('is refused: %s', async (_, overrides, path, key) => {
    const given = world.submission(heldContent(overrides));
    expect(await submitClinicSession(world.clerk, given)).toEqual(invalidAt(path, `sessions.problem.${key}`));
    expect(await world.november()).toBeNull();
  });

  it('is refused: another day than has come, a clinic that was not open, nothing to hold', async () => {
    const { clerk, submission } = world;
    const notHeld = { held: false, reason: 'cancelled', note: null, explanation: null } as const;
    expect(await submitClinicSession(clerk, submission(heldContent(), addDays(SESSION_DAY, 7)))).toEqual(
      invalidAt('date', 'sessions.problem.future'),
    );
    const before = heldContent({ expert: { presence: 'absent' }, explanation: '补登' });
    expect(await submitClinicSession(clerk, submission(before, civilDate('2023-12-27')))).toEqual(
      invalidAt('date', 'sessions.problem.clinicNotOpen'),
    );
    expect(await submitClinicSession(clerk, submission(notHeld, civilDate('2026-11-17')))).toEqual(
      invalidAt('held', 'sessions.problem.notHeldUnplanned'),
    );
  });

  it('is refused until it is explained: many more visits than the clinic ever had', async () => {
    for (let week = 1; week <= 6; week++) await world.records.record(world.clinicId, addDays(SESSION_DAY, -7 * week));
    const given = world.submission(heldContent({ visitsNew: 60 }));
    const problem = { path: 'explanation', messageKey: 'sessions.check.visitsHigh', values: { visits: 68, usual: 12 } };
    expect(await submitClinicSession(world.clerk, given)).toEqual({
      ok: false,
      error: { code: 'INVALID', problems: [problem] },
    });
    const explained = world.submission(heldContent({ visitsNew: 60, explanation: '义诊日' }));
    expect((await submitClinicSession(world.clerk, explained)).ok).toBe(true);
  });
});

describe('an expert in two places', () => {
  const inAnother = async (centreId: string) => {
    const clinic = await world.build.clinic(centreId);
    await world.records.record(clinic.id, SESSION_DAY, {
      ...{ planned: true, plannedExpertId: world.expertId, expertPresence: 'planned', expertId: world.expertId },
    });
    return clinic;
  };

  it('is stopped, with the other place where the clerk may see it', async () => {
    const clinic = await inAnother(world.centreId);
    expect(await submitClinicSession(world.clerk, world.submission())).toMatchObject({
      error: {
        code: 'INVALID',
        problems: [
          { path: 'expert', messageKey: 'sessions.problem.expertElsewhereAt', values: { place: clinic.name } },
        ],
      },
    });
  });

  it('is stopped without it otherwise', async () => {
    const centre = await world.build.centre();
    await inAnother(centre.id);
    expect(await submitClinicSession(world.clerk, world.submission())).toEqual(
      invalidAt('expert', 'sessions.problem.expertElsewhere'),
    );
    const remote = world.submission(heldContent({ mode: 'remote' }));
    expect((await submitClinicSession(world.clerk, remote)).ok).toBe(true);
  });
});

describe('out of scope', () => {
  it('is not there: another centre’s clinic and record, an unknown clinic, another role', async () => {
    const { id } = await world.sent();
    const stranger = actorWith({ role: 'centre_clerk', centreId: 'elsewhere' });
    const given = world.submission(heldContent(), addDays(SESSION_DAY, -7));
    const withdrawal = { id, version: 1, reason: '填错' };
    const city = actorWith({ role: 'city_officer' });
    const expert = actorWith({ role: 'expert', expertId: world.expertId });
    for (const actor of [stranger, city, expert]) {
      expect(await submitClinicSession(actor, given)).toEqual(refused('NOT_FOUND'));
      expect(await withdrawClinicSession(actor, withdrawal)).toEqual(refused('NOT_FOUND'));
    }
    expect(await submitClinicSession(world.clerk, { ...given, clinicId: 'nowhere' })).toEqual(refused('NOT_FOUND'));
    expect(await withdrawClinicSession(world.clerk, { ...withdrawal, id: randomUUID() })).toEqual(refused('NOT_FOUND'));
  });
});
