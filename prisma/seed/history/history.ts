import { addDays, type CivilDate, datesBetween } from '@/lib/core/dates';
import type { Holiday } from '@/lib/directory/schema';
import { planSessions } from '@/lib/joint-clinics/rules';
import type { ExpectedSession, StoppedSession } from '@/lib/joint-clinics/schema';
import { earlierOf, laterOf } from '@/prisma/seed/date-order';
import { DEMONSTRATION_DISTRICTS } from '@/prisma/seed/demonstration-people';
import { groupBy } from '@/prisma/seed/group';
import { holidaysOf } from '@/prisma/seed/holidays';
import type { Network } from '@/prisma/seed/network';
import { openRandom } from '@/prisma/seed/random';
import type { Reference } from '@/prisma/seed/reference';
import { historyStart } from '@/prisma/seed/scale';
import { ActivityBook } from './activity';
import { behavioursOf } from './behaviours';
import { historyClinics } from './clinics';
import { DayBook } from './conduct';
import { instantAt } from './instants';
import { MadeUp } from './made-up';
import { Months, monthEnd, monthOf } from './months';
import { type Actor, openActor } from './profile';
import { emptyHistory, type HistoryRows } from './rows';
import { quietDays } from './seasons';
import { logExtra, logPlanned, type World } from './sessions';
import { historyStaff } from './staff';
import type { Rhythm } from './tell';
import { arrangeToday } from './today';

export type HistoryInput = {
  seed: number;
  today: CivilDate;
  years: number;
  reference: Pick<Reference, 'people-names'>;
};

/** Nothing has happened yet after this minute of today: the doors are just opening. */
const NOW_MINUTE = 8 * 60;

type OfDay = {
  planned: { actor: Actor; session: ExpectedSession }[];
  stopped: { actor: Actor; session: StoppedSession }[];
};

/**
 * The sessions of a network's clinics in the years before `today`, a day at a time, so that nobody holds all of them.
 * They follow from the planned sessions as every reader computes them; the same network, seed and day give the same rows.
 */
export function* demonstrationHistory(network: Network, input: HistoryInput): Generator<HistoryRows> {
  const { seed, today, years, reference } = input;
  const since = historyStart(today, years);
  const until = instantAt(today, NOW_MINUTE);
  const holidays = holidaysOf(network);
  const clinics = historyClinics(network);
  const arrangement = arrangeToday(clinics, { today, holidays });
  const behaviours = behavioursOf(clinics, { seed, today, since, keepSteady: arrangement.clinics });
  const actors = clinics.map((clinic) =>
    openActor(clinic, {
      ...{ seed, today, since, behaviours: behaviours.get(clinic.id) ?? [] },
      orderly: arrangement.clinics.has(clinic.id),
    }),
  );
  const staff = historyStaff(network, reference, seed);
  const months = new Months();
  const world: Omit<World, 'rows'> = {
    until,
    today,
    staff,
    months,
    arrangement,
    activity: new ActivityBook(),
    quiet: quietDays(holidays),
    rhythms: rhythms(network, seed),
    madeUp: new Map(actors.map((actor) => [actor, new MadeUp()])),
  };
  const colleagues = colleaguesOf(network, actors);

  for (let month = monthOf(since); month <= today; month = addDays(monthEnd(month), 1)) {
    const range = { from: laterOf(month, since), to: earlierOf(monthEnd(month), today) };
    const days = planMonth(actors, holidays, range);
    for (const date of datesBetween(range.from, range.to)) {
      const rows = emptyHistory();
      const ofDay = days.get(date) ?? { planned: [], stopped: [] };
      const day = new DayBook(colleagues);
      for (const { session } of ofDay.planned) day.plan(session.expertId, session.half);
      for (const { actor, session } of ofDay.planned) logPlanned({ ...world, rows }, day, actor, session);
      logExtra({ ...world, rows }, day, { date, actors, holiday: holidays.get(date), ...ofDay });
      yield rows;
    }
    // the running month still changes
    const expectedMonth = monthEnd(month) < today ? expectedIn(month, actors, days) : [];
    yield { ...emptyHistory(), activityMonth: world.activity.close(month), expectedMonth };
  }
  yield {
    ...emptyHistory(),
    monthClose: months.closed(until, seed, staff),
    demonstrationTruth: [...behaviours].flatMap(([clinicId, periods]) =>
      periods.map(({ behaviour, from }) => ({ clinicId, behaviour, validFrom: from })),
    ),
  };
}

function planMonth(
  actors: readonly Actor[],
  holidays: ReadonlyMap<CivilDate, Holiday>,
  range: { from: CivilDate; to: CivilDate },
): Map<CivilDate, OfDay> {
  const days = new Map<CivilDate, OfDay>();
  const of = (date: CivilDate) => {
    const known = days.get(date) ?? { planned: [], stopped: [] };
    days.set(date, known);
    return known;
  };
  for (const actor of actors) {
    const { expected, stopped } = planSessions({ ...actor.clinic, holidays, ...range });
    for (const session of expected) of(session.date).planned.push({ actor, session });
    for (const session of stopped) of(session.date).stopped.push({ actor, session });
  }
  return days;
}

/** How many sessions were expected of every clinic in a month that is over. */
function expectedIn(
  month: CivilDate,
  actors: readonly Actor[],
  days: ReadonlyMap<CivilDate, OfDay>,
): HistoryRows['expectedMonth'] {
  const counts = new Map<Actor, number>(actors.map((actor) => [actor, 0]));
  for (const { planned } of days.values())
    for (const { actor } of planned) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  return [...counts].map(
    ([
      {
        clinic: { id, centreId, hospitalId, districtCode },
      },
      expected,
    ]) => ({
      clinicId: id,
      month,
      centreId,
      hospitalId,
      districtCode,
      expected,
    }),
  );
}

/**
 * When each district's officers accept: some every week, others once a month; those of the demonstration's accounts late,
 * so that there always is something to accept.
 */
function rhythms(network: Network, seed: number): Map<string, Rhythm> {
  const random = openRandom(seed, 'rhythms of acceptance');
  const shown: readonly string[] = DEMONSTRATION_DISTRICTS;
  return new Map(
    network.district.map(({ code }, index) => [
      code,
      {
        weekly: index % 2 === 0 && !shown.includes(code),
        day: shown.includes(code) ? 7 : random.whole(2, 6),
        minute: random.whole(540, 640),
      },
    ]),
  );
}

/** The experts of a clinic's hospital: those of the clinic first, then of its department, then everybody. */
function colleaguesOf(network: Network, actors: readonly Actor[]): (actor: Actor) => readonly string[] {
  const ofHospital = groupBy(network.expert, ({ hospitalId }) => hospitalId);
  const lists = new Map(
    actors.map((actor) => {
      const { hospitalId, department, experts } = actor.clinic;
      const all = actor.random.shuffle(ofHospital.get(hospitalId) ?? []);
      const rank = (id: string, name: string) => (experts.includes(id) ? 0 : name === department ? 1 : 2);
      return [actor, all.sort((a, b) => rank(a.id, a.department) - rank(b.id, b.department)).map(({ id }) => id)];
    }),
  );
  return (actor) => lists.get(actor) ?? [];
}
