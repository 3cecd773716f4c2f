import { describe, expect, it } from 'vitest';
import { checkContent } from '@/lib/clinic-sessions/rules';
import { civilDate } from '@/lib/core/dates';
import { demonstrationContent } from '@/prisma/seed/generate';
import { type Content, contentChecksum } from '@/prisma/seed/load';
import { DEMO_SCALE } from '@/prisma/seed/scale';
import { historyClinics } from './clinics';
import { emptyHistory, type HistoryRows } from './rows';

const TODAY = civilDate('2026-11-18');
const SMALL = { ...DEMO_SCALE, stations: 300 };
const make = (seed: number, today = TODAY): Content => demonstrationContent({ seed, today, scale: SMALL });

/** All parts of a history in one. */
function whole({ history }: Content): HistoryRows {
  const rows = emptyHistory();
  for (const part of history)
    for (const model of Object.keys(rows) as (keyof HistoryRows)[]) rows[model].push(...(part[model] as never[]));
  return rows;
}

describe('the history of a network', { timeout: 120_000 }, () => {
  const made = whole(make(13));

  it('is the same for the same seed and day, another for another seed or day', () => {
    const first = contentChecksum(make(11));
    expect(contentChecksum(make(11))).toBe(first);
    expect(contentChecksum(make(12))).not.toBe(first);
    expect(contentChecksum(make(11, civilDate('2026-11-19')))).not.toBe(first);
  });

  it('has identifiers that nobody else has, in the order of the days', () => {
    const { clinicSession, clinicSessionVersion } = made;
    const submissions = [...clinicSession, ...clinicSessionVersion].map(({ submissionId }) => submissionId);
    expect(new Set(submissions).size).toBe(submissions.length);
    const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(submissions.filter((id) => !pattern.test(id))).toEqual([]);
    const ids = clinicSession.map(({ id }) => String(id));
    expect(new Set(ids).size).toBe(ids.length);
    const years = clinicSession.map(({ id, firstSubmittedAt }) => [
      Number.parseInt(String(id).replace('-', '').slice(0, 12), 16),
      Date.parse(String(firstSubmittedAt)),
    ]);
    for (const [inside, sent] of years) expect(inside).toBe(sent);
  });

  it('has nothing after the morning of its day', () => {
    const { clinicSession, clinicSessionMessage, clinicSessionTrainee, monthClose } = made;
    const instants = [
      ...clinicSession.flatMap(({ submittedAt, confirmedAt, acceptedAt }) => [submittedAt, confirmedAt, acceptedAt]),
      ...clinicSessionMessage.map(({ at }) => at),
      ...clinicSessionTrainee.map(({ signedAt }) => signedAt),
      ...monthClose.flatMap(({ closedAt, reopenedAt }) => [closedAt, reopenedAt]),
    ].filter((instant) => instant !== null);
    expect(instants.length).toBeGreaterThan(40_000);
    expect(instants.filter((instant) => String(instant) > '2026-11-18T00:00:00.000Z')).toEqual([]);
  });

  it.each([1, 2, 20_260_101])(
    'has every behaviour, some of which changed, and no expert in two places (seed %i)',
    (seed) => {
      const { clinicSession, demonstrationTruth } = whole(make(seed));
      const count = (behaviour: string) => demonstrationTruth.filter((row) => row.behaviour === behaviour).length;
      expect(count('steady')).toBeGreaterThan(80);
      for (const behaviour of ['irregular', 'idle', 'nominal_only', 'fabricated'])
        expect(count(behaviour), behaviour).toBeGreaterThan(4);
      const clinics = new Set(demonstrationTruth.map(({ clinicId }) => clinicId));
      expect(clinics.size).toBe(134);
      expect(demonstrationTruth.length - clinics.size).toBeGreaterThan(5);
      const onSite = clinicSession
        .filter(({ mode, expertId, state }) => mode === 'on_site' && expertId && state !== 'withdrawn')
        .map(({ expertId, date, half }) => `${expertId} ${date} ${half}`);
      expect(new Set(onSite).size).toBe(onSite.length);
    },
  );

  it('says nothing that the form would have refused', () => {
    const content = make(11);
    const { clinicSession, clinicSessionCondition, clinicSessionTechnique, clinicSessionTrainee } = whole(content);
    const clinics = new Map(historyClinics(content.network).map((clinic) => [clinic.id, clinic]));
    const experts = content.network.expert;
    const of = <Row extends { sessionId: string }>(rows: Row[]) => {
      const map = new Map<string, Row[]>();
      for (const row of rows) map.set(row.sessionId, [...(map.get(row.sessionId) ?? []), row]);
      return (id: string | undefined) => map.get(String(id)) ?? [];
    };
    const [conditions, techniques, trainees] = [
      of(clinicSessionCondition),
      of(clinicSessionTechnique),
      of(clinicSessionTrainee),
    ];
    const refused = clinicSession.flatMap((row) => {
      const clinic = clinics.get(row.clinicId);
      if (!clinic || !row.held || !row.mode) return [];
      const date = civilDate(String(row.date));
      const expert =
        row.expertPresence === 'substitute'
          ? ({ presence: 'substitute', expertId: String(row.expertId) } as const)
          : ({ presence: row.expertPresence === 'planned' ? 'planned' : 'absent' } as const);
      const { hard } = checkContent(
        {
          held: true,
          expert,
          mode: row.mode,
          visitsNew: row.visitsNew ?? 0,
          visitsReturn: row.visitsReturn ?? 0,
          conditions: conditions(row.id).map(({ catalogueId, conditionCode: code, visits }) => ({
            catalogueId,
            code,
            visits,
          })),
          techniques: techniques(row.id).map(({ techniqueCode: code, count }) => ({ code, count })),
          prescriptions: row.prescriptions ?? 0,
          preparations: row.preparations ?? 0,
          referralsUp: 0,
          referralsDown: 0,
          trainees: trainees(row.id).map(({ traineeId, part }) => ({ traineeId, part })),
          teachingCases: 0,
          note: null,
          explanation: row.explanation ?? null,
        },
        {
          date,
          half: row.half,
          today: TODAY,
          clinicOpen: clinic.openedOn <= date,
          plannedExpertId: row.plannedExpertId ?? null,
          first: true,
          substitutes: experts.filter(({ hospitalId }) => hospitalId === clinic.hospitalId).map(({ id }) => id),
          trainees: clinic.trainees.filter(({ from }) => from <= date).map(({ id }) => id),
          conditions: clinic.conditions,
          techniques: [...clinic.techniques],
          elsewhere: [],
          earlierVisits: [],
        },
      );
      return hard.map(({ messageKey }) => `${row.clinicId} ${date}: ${messageKey}`);
    });
    expect(refused).toEqual([]);
  });
});
