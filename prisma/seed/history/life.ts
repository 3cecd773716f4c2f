import { ANSWER_DAYS, type SessionContent, type SessionState } from '@/lib/clinic-sessions/schema';
import { addDays, type CivilDate, daysBetween } from '@/lib/core/dates';
import type { Half } from '@/lib/directory/schema';
import type { Random } from '@/prisma/seed/random';
import { dateOf, uuidAt } from './instants';
import type { Months } from './months';
import type { HistoryRows } from './rows';
import type { Staff } from './staff';

export type Slot = { date: CivilDate; half: Half; plannedExpertId: string | null };
export type Place = { id: string; centreId: string; hospitalId: string; districtCode: string };
export type MessageRow = HistoryRows['clinicSessionMessage'][number];
type Said = Pick<MessageRow, 'kind' | 'text' | 'authorName' | 'authorRole' | 'disputeKind'>;
type Version = HistoryRows['clinicSessionVersion'][number];

const iso = (instant: number) => new Date(instant).toISOString();

/**
 * The life of one record, told step by step; what would happen after `until` has not happened yet, and nothing after it.
 * The month of the record learns when something happened and whether something is still to come.
 */
export class Life {
  readonly id: string;
  readonly firstSubmittedAt: number;
  state: SessionState = 'submitted';
  version = 1;
  submittedAt: number;
  submissionId: string;
  confirmed: { at: number; name: string; as: 'expert' | 'alliance_officer' } | null = null;
  accepted: { at: number; name: string } | null = null;
  dueOn: CivilDate | null = null;
  readonly versions: Version[] = [];
  readonly messages: MessageRow[] = [];
  /** the instant of the last thing that happened */
  now: number;
  private cut = false;

  constructor(
    private readonly world: { random: Random; staff: Staff; months: Months; until: number },
    readonly place: Place,
    readonly slot: Slot,
    public content: SessionContent,
    sentAt: number,
  ) {
    this.id = uuidAt(world.random, sentAt);
    this.submissionId = uuidAt(world.random, sentAt);
    this.firstSubmittedAt = sentAt;
    this.submittedAt = sentAt;
    this.now = sentAt;
    world.months.note(place.districtCode, slot.date, sentAt);
  }

  private happens(at: number, what: () => void): this {
    if (this.cut || at > this.world.until) {
      this.cut = true;
      this.world.months.leaveOpen(this.place.districtCode, this.slot.date);
      return this;
    }
    this.now = at;
    this.world.months.note(this.place.districtCode, this.slot.date, at);
    what();
    return this;
  }

  confirm(at: number, as: 'expert' | 'alliance_officer', name: string): this {
    return this.happens(at, () => {
      this.state = 'confirmed';
      this.confirmed = { at, name, as };
      this.dueOn = null;
    });
  }

  accept(at: number): this {
    return this.happens(at, () => {
      this.state = 'accepted';
      this.accepted = { at, name: this.world.staff.officer(this.place.districtCode) };
    });
  }

  /** Says something of the record as it stands. */
  say(at: number, said: Said): this {
    return this.happens(at, () => {
      const id = uuidAt(this.world.random, at);
      const about = { id, sessionId: this.id, version: this.version, disputeKind: null };
      this.messages.push({ ...about, ...said, at: iso(at) });
    });
  }

  /** The expert or the hospital disagrees, or the district sends it back, and the centre is to answer. */
  object(at: number, state: 'disputed' | 'returned', said: Said): this {
    return this.say(at, said).happens(at, () => {
      this.state = state;
      this.confirmed = null;
      this.accepted = null;
      this.dueOn = addDays(dateOf(at), ANSWER_DAYS);
    });
  }

  /** The centre replaces what it sent. */
  amend(at: number, content: SessionContent): this {
    return this.happens(at, () => {
      this.versions.push({
        sessionId: this.id,
        version: this.version,
        submissionId: this.submissionId,
        state: this.state,
        content: this.content,
        submittedAt: iso(this.submittedAt),
        submittedByName: this.world.staff.clerk(this.place.centreId),
        replacedAt: iso(at),
      });
      this.version++;
      this.submissionId = uuidAt(this.world.random, at);
      this.submittedAt = at;
      this.content = content;
      this.state = 'submitted';
      this.confirmed = null;
      this.dueOn = null;
    });
  }

  withdraw(at: number, said: Said): this {
    return this.say(at, said).happens(at, () => {
      this.state = 'withdrawn';
      this.confirmed = null;
      this.dueOn = null;
    });
  }

  /** Something else happened to it, that changes nothing of the record itself. */
  note(at: number): void {
    this.world.months.note(this.place.districtCode, this.slot.date, at);
  }

  /** The record is left as it is although others could still act on it. */
  leave(open: boolean): this {
    this.cut = true;
    if (open) this.world.months.leaveOpen(this.place.districtCode, this.slot.date);
    return this;
  }

  /** How many days after the session the record was first sent. */
  get daysLate(): number {
    return daysBetween(this.slot.date, dateOf(this.firstSubmittedAt));
  }
}
