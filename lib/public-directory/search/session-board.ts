import { addDays, type CivilDate, dateInShanghai, daysBetween, minuteInShanghai, mondayOf } from '@/lib/core/dates';
import type { Holiday } from '@/lib/directory/schema';
import { clinicStatusOn, upcomingRange } from '@/lib/joint-clinics/rules';
import type { ExpectedSession } from '@/lib/joint-clinics/schema';
import { publicPlan } from '@/lib/public-directory/public-plan';
import type { ClinicRecord } from '@/lib/public-directory/records-schema';

// The coming expert sessions of every clinic. Plans are made once per Shanghai date; the table of next sessions is
// renewed at the minute the first of them ends.

export type NextSession = { clinic: number; session: ExpectedSession; startMinute: number };

const WEEKS = 8;
/** Almost every clinic sits within this time; only the others are planned to the end at once. */
const FIRST_LOOK_DAYS = 14;
const DAY_MINUTES = 1440;
const EPOCH = '1970-01-01' as CivilDate;

type Plan = { sessions: readonly ExpectedSession[]; complete: boolean };

export class SessionBoard {
  /** changes whenever an answer may have changed */
  revision = 0;
  /** the date the answers are for */
  today: CivilDate = EPOCH;
  private validFrom = 0;
  private validUntil = -1;
  private plans: (Plan | undefined)[] = [];
  private nextOfClinic: (NextSession | null)[] = [];
  private nextOfFacility: (NextSession | null | undefined)[] = [];
  private readonly clinicsOfExpert = new Map<string, number[]>();
  private readonly clinicsOfCondition = new Map<string, number[]>();

  constructor(
    private readonly clinics: readonly ClinicRecord[],
    /** the facility that hosts each clinic, -1 when it is not published */
    private readonly hostOf: Int32Array,
    private readonly holidays: ReadonlyMap<CivilDate, Holiday>,
  ) {
    for (const [at, clinic] of clinics.entries()) {
      if ((hostOf[at] ?? -1) < 0) continue;
      for (const code of clinic.conditionCodes) push(this.clinicsOfCondition, code, at);
      for (const id of clinic.expertIds) push(this.clinicsOfExpert, id, at);
    }
  }

  /** Brings the table to an instant; answers hold until the next call. */
  moveTo(instant: Date): void {
    const minute = Math.floor(instant.getTime() / 60_000);
    if (minute >= this.validFrom && minute < this.validUntil) return;
    const date = dateInShanghai(instant);
    if (date !== this.today) {
      this.today = date;
      this.plans = [];
    }
    this.revision++;
    this.validFrom = minute;
    const minuteOfDay = minuteInShanghai(instant);
    this.validUntil = minute - minuteOfDay + DAY_MINUTES;
    this.nextOfFacility = [];
    this.nextOfClinic = this.clinics.map((_, clinic) => this.findNext(clinic, minuteOfDay, null));
    for (const next of this.nextOfClinic) {
      if (!next) continue;
      if (next.session.date === date)
        this.validUntil = Math.min(this.validUntil, minute - minuteOfDay + next.session.endsMinute);
      const host = this.hostOf[next.clinic] ?? -1;
      if (host >= 0) this.nextOfFacility[host] = sooner(this.nextOfFacility[host] ?? null, next);
    }
    this.minuteOfDay = minuteOfDay;
  }

  private minuteOfDay = 0;

  /** The next expected session in a facility. */
  ofFacility(facility: number): NextSession | null {
    return this.nextOfFacility[facility] ?? null;
  }

  /** The next expected session of a clinic, or in it of one expert. */
  ofClinic(clinic: number, expertId: string | null): NextSession | null {
    return expertId === null ? (this.nextOfClinic[clinic] ?? null) : this.findNext(clinic, this.minuteOfDay, expertId);
  }

  /** The facilities that have a next session, with it. */
  *hosts(): Iterable<[number, NextSession]> {
    for (const [facility, next] of this.nextOfFacility.entries()) if (next) yield [facility, next];
  }

  /** The facility that hosts a clinic, -1 when none is published. */
  host(clinic: number): number {
    return this.hostOf[clinic] ?? -1;
  }

  /** Clinics for a condition that work today. */
  operatingFor(conditionCode: string): readonly number[] {
    return this.operatingOf(this.clinicsOfCondition.get(conditionCode));
  }

  /** Clinics of an expert that work today. */
  operatingWith(expertId: string): readonly number[] {
    return this.operatingOf(this.clinicsOfExpert.get(expertId));
  }

  /** Whether a session takes place in this ISO week. */
  isThisWeek({ session }: NextSession): boolean {
    return session.date <= addDays(mondayOf(this.today), 6);
  }

  private operatingOf(clinics: readonly number[] | undefined): readonly number[] {
    return (clinics ?? []).filter((at) => {
      const clinic = this.clinics[at];
      return clinic !== undefined && clinicStatusOn(clinic.statuses, this.today) === 'operating';
    });
  }

  private findNext(clinic: number, minuteOfDay: number, expertId: string | null): NextSession | null {
    const first = this.plan(clinic, false);
    const found = this.firstAfter(first, minuteOfDay, expertId);
    const session = found ?? (first.complete ? null : this.firstAfter(this.plan(clinic, true), minuteOfDay, expertId));
    if (!session) return null;
    return { clinic, session, startMinute: daysBetween(EPOCH, session.date) * DAY_MINUTES + session.startsMinute };
  }

  private firstAfter({ sessions }: Plan, minuteOfDay: number, expertId: string | null): ExpectedSession | null {
    for (const session of sessions) {
      if (session.date === this.today && session.endsMinute <= minuteOfDay) continue;
      if (expertId === null || session.expertId === expertId) return session;
    }
    return null;
  }

  private plan(at: number, complete: boolean): Plan {
    const known = this.plans[at];
    if (known && (known.complete || !complete)) return known;
    const clinic = this.clinics[at];
    if (!clinic || (this.hostOf[at] ?? -1) < 0) return { sessions: [], complete: true };
    const to = complete
      ? upcomingRange(new Date(`${this.today}T04:00:00Z`), WEEKS).to
      : addDays(this.today, FIRST_LOOK_DAYS - 1);
    const { expected } = publicPlan(clinic, { holidays: this.holidays, from: this.today, to });
    const plan: Plan = { sessions: expected, complete };
    this.plans[at] = plan;
    return plan;
  }
}

/** The earlier of two sessions; of equals the one of the clinic listed first. */
export function sooner(a: NextSession | null, b: NextSession): NextSession {
  if (!a) return b;
  if (a.startMinute !== b.startMinute) return a.startMinute < b.startMinute ? a : b;
  return a.clinic <= b.clinic ? a : b;
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
