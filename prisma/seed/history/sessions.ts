import type { SessionContent } from '@/lib/clinic-sessions/schema';
import { type CivilDate, daysBetween, weekdayOf } from '@/lib/core/dates';
import type { Half, Holiday } from '@/lib/directory/schema';
import type { ExpectedSession, StoppedSession } from '@/lib/joint-clinics/schema';
import type { ActivityBook } from './activity';
import { periodOn } from './behaviours';
import { type DayBook, isHeld, presenceAt } from './conduct';
import { heldContent, notHeldContent } from './content';
import { instantAt, laterOn } from './instants';
import { Life, type Slot } from './life';
import type { MadeUp } from './made-up';
import { AWAY, type Manner } from './manners';
import type { Months } from './months';
import { type Actor, remember } from './profile';
import { writeRecord } from './record';
import type { HistoryRows } from './rows';
import type { Staff } from './staff';
import { chooseStory, type Story } from './stories';
import { firstContent, lastContent, type Rhythm, tell } from './tell';
import type { Arrangement } from './today';
import { EXTRA_EXPLANATIONS, HOLIDAY_EXPLANATION } from './words';

export type World = {
  rows: HistoryRows;
  until: number;
  today: CivilDate;
  staff: Staff;
  months: Months;
  activity: ActivityBook;
  arrangement: Arrangement;
  quiet: ReadonlySet<CivilDate>;
  rhythms: ReadonlyMap<string, Rhythm>;
  madeUp: ReadonlyMap<Actor, MadeUp>;
};

/** When a half-day's sessions are over and records can be written, in minutes of the day. */
const OVER: Record<Half, number> = { am: 11 * 60 + 35, pm: 16 * 60 + 35, evening: 20 * 60 + 5 };
/** A session that will not be held is known early in the morning, or when nobody has come. */
const KNOWN_MINUTE = 7 * 60 + 20;
/** Extra sessions a clinic and day; about one a year. */
const EXTRA = 0.0026;
const CLAIMED_ON_HOLIDAYS = 0.4;

/** What becomes of a planned session: a record or none, held or not, and who says what of it. */
export function logPlanned(world: World, day: DayBook, actor: Actor, session: ExpectedSession): void {
  const { date, half, expertId } = session;
  const { random, clinic } = actor;
  const manner = mannerOn(actor, date);
  const cast = world.arrangement.cast(clinic.id, session);
  const quiet = world.quiet.has(date);
  const held = isHeld(actor, manner, quiet) || (cast !== null && cast !== 'plain');
  const logged = random.chance(manner.logged) || (cast !== null && cast !== 'unlogged');
  if (!logged || cast === 'unlogged') return;
  const slot = { date, half, plannedExpertId: expertId };
  if (!held) {
    const content = notHeldContent(actor, manner);
    send(world, actor, manner, {
      slot,
      content,
      story: cast ?? chooseStory(random, content),
      early: random.chance(0.5),
    });
    return;
  }
  const certain = cast !== null ? { ...manner, planned: 1, remote: 0 } : manner;
  const presence = presenceAt(actor, { half, expertId, manner: certain, day });
  const unsigned = world.arrangement.unsigned(clinic.id, date);
  const input = { date, half, quiet, manner, ...presence, withTrainee: unsigned };
  const madeUp = manner.madeUp ? world.madeUp.get(actor) : undefined;
  const content = madeUp?.next(actor, input) ?? heldContent(actor, input);
  remember(actor, content.visitsNew + content.visitsReturn);
  const story = cast ?? (manner.confirmed ? chooseStory(random, content) : 'unconfirmed');
  send(world, actor, manner, { slot, content, story, early: false, unsigned });
}

/** How a clinic goes about the sessions of a date; a good one whose expert is away does what it can. */
function mannerOn({ behaviours, leave }: Actor, date: CivilDate): Manner {
  const { behaviour, manner } = periodOn(behaviours, date);
  const away = behaviour === 'steady' && leave !== null && leave.from <= date && date < leave.to;
  return away ? { ...manner, ...AWAY } : manner;
}

type Sent = { slot: Slot; content: SessionContent; story: Story; early: boolean; unsigned?: string | null };

/** Sends a record at the time that is usual at the centre, and lets it live. */
function send(
  world: World,
  actor: Actor,
  manner: Manner,
  { slot, content, story, early, unsigned = null }: Sent,
): void {
  const { until, staff, months, rows, activity } = world;
  const { random, clinic } = actor;
  const sentAt = sendingTime(world, actor, manner, { slot, early, prompt: story !== 'plain' || unsigned !== null });
  if (sentAt > until) return;
  const last = lastContent(story, content);
  const life = new Life({ random, staff, months, until }, clinic, slot, firstContent(random, story, content), sentAt);
  const rhythm = world.rhythms.get(clinic.districtCode) ?? { weekly: false, day: 5, minute: 570 };
  tell(life, story, last, { random, staff, rhythm, until, slowness: actor.slowness });
  writeRecord(rows, life, {
    staff,
    activity,
    signing: { random, share: manner.signed, until, unsigned, keen: world.arrangement.trainee },
  });
}

function sendingTime(
  world: World,
  actor: Actor,
  manner: Manner,
  { slot: { date, half }, early, prompt }: { slot: Slot; early: boolean; prompt: boolean },
): number {
  const { random } = actor;
  const madeUp = manner.madeUp ? world.madeUp.get(actor) : undefined;
  if (madeUp) return madeUp.sentAt(date);
  if (early) return instantAt(date, KNOWN_MINUTE + random.whole(0, 35));
  const over = instantAt(date, OVER[half] + random.whole(0, 50));
  const late = random.chance(manner.late);
  const days = late ? random.whole(4, 15) : random.whole(1, 3);
  const minute = random.whole(8 * 60 + 10, 17 * 60 + 10);
  if (random.chance(actor.prompt) && !late) return over;
  const sentAt = laterOn(over, days, minute);
  // what is arranged for today has been sent by today, and lately nobody of the demonstration is late
  const arranged = world.arrangement.clinics.has(actor.clinic.id) && daysBetween(date, world.today) <= 60;
  return arranged && (prompt || late || sentAt > world.until) ? over : sentAt;
}

type ExtraInput = {
  date: CivilDate;
  actors: readonly Actor[];
  holiday: Holiday | undefined;
  planned: readonly { actor: Actor; session: ExpectedSession }[];
  stopped: readonly { actor: Actor; session: StoppedSession }[];
};

/** Sessions outside the schedule: now and then one more, and those that only paper knows, on a holiday. */
export function logExtra(world: World, day: DayBook, { date, actors, holiday, planned, stopped }: ExtraInput): void {
  if (date >= world.today) return;
  for (const { actor, session } of stopped) {
    const { manner } = periodOn(actor.behaviours, date);
    if (session.cause !== 'holiday' || !manner.madeUp || !actor.random.chance(CLAIMED_ON_HOLIDAYS)) continue;
    logOutside(world, day, actor, { date, half: session.half, explanation: HOLIDAY_EXPLANATION });
  }
  if (holiday?.kind === 'holiday' || weekdayOf(date) === 7) return;
  const busy = new Set([...planned, ...stopped].map(({ actor }) => actor));
  for (const actor of actors) {
    const { behaviour } = periodOn(actor.behaviours, date);
    if (!actor.random.chance(EXTRA) || busy.has(actor) || behaviour !== 'steady' || !operates(actor, date)) continue;
    const explanation = actor.random.pick(EXTRA_EXPLANATIONS);
    logOutside(world, day, actor, { date, half: actor.random.pick(['am', 'pm'] as const), explanation });
  }
}

function operates({ clinic }: Actor, date: CivilDate): boolean {
  return clinic.statuses.some(
    ({ status, validFrom, validTo }) =>
      status === 'operating' && validFrom <= date && (validTo === null || date < validTo),
  );
}

function logOutside(
  world: World,
  day: DayBook,
  actor: Actor,
  { date, half, explanation }: { date: CivilDate; half: Half; explanation: string },
): void {
  const { manner } = periodOn(actor.behaviours, date);
  const expertId = day.substitute(actor, half, null);
  if (!expertId || !day.book(expertId, half)) return;
  const input = { date, half, quiet: false, manner, mode: 'on_site', withTrainee: null } as const;
  const expert = { presence: 'substitute', expertId } as const;
  const content = { ...heldContent(actor, { ...input, expert }), explanation };
  const story = manner.confirmed ? 'plain' : 'unconfirmed';
  send(world, actor, manner, { slot: { date, half, plannedExpertId: null }, content, story, early: false });
}
