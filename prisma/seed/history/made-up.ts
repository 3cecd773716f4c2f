import type { HeldContent } from '@/lib/clinic-sessions/schema';
import type { CivilDate } from '@/lib/core/dates';
import { covers } from './clinics';
import { type HeldInput, heldContent } from './content';
import { instantAt, MINUTE_MS } from './instants';
import { monthEnd, monthOf } from './months';
import type { Actor } from './profile';

/** So many different rows are made up, and each is used for a while. */
const ROWS = 3;
const LIKED = 5;

const roundly = (value: number) => Math.max(LIKED, Math.round(value / LIKED) * LIKED);

/** What somebody writes down once a month without having been there: round numbers, the same again and again. */
export class MadeUp {
  private rows: HeldContent[] = [];
  private used = 0;
  private left = 0;
  private month: CivilDate | null = null;
  private entered = 0;

  /** The next row; the last one once more, mostly. */
  next(actor: Actor, input: HeldInput): HeldContent {
    const { random } = actor;
    if (this.rows.length < ROWS) this.rows.push(round(heldContent(actor, input)));
    if (this.left === 0) {
      this.used = random.whole(0, this.rows.length - 1);
      this.left = random.whole(3, 9);
    }
    this.left--;
    const row = this.rows[this.used] ?? round(heldContent(actor, input));
    const there = actor.clinic.trainees.filter((period) => covers(period, input.date));
    return {
      ...row,
      expert: input.expert,
      mode: input.mode,
      trainees: there.map(({ id }) => ({ traineeId: id, part: 'assisting' })),
    };
  }

  /** When the row of a date is entered: on the last day of the month, a few minutes after the one before. */
  sentAt(date: CivilDate): number {
    if (this.month !== monthOf(date)) {
      this.month = monthOf(date);
      this.entered = 0;
    }
    this.entered++;
    return instantAt(monthEnd(date), 15 * 60 + 10) + this.entered * 3 * MINUTE_MS;
  }
}

function round(content: HeldContent): HeldContent {
  const visitsNew = roundly(content.visitsNew);
  const visitsReturn = roundly(content.visitsReturn);
  const [main] = content.conditions;
  return {
    ...content,
    visitsNew,
    visitsReturn,
    prescriptions: visitsNew + visitsReturn,
    preparations: 0,
    referralsUp: 0,
    referralsDown: 0,
    teachingCases: 1,
    conditions: main ? [{ ...main, visits: visitsNew + visitsReturn }] : [],
    techniques: content.techniques.slice(0, 2).map(({ code }) => ({ code, count: roundly(visitsReturn) })),
    note: null,
    explanation: null,
  };
}
