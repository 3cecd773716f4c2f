import { addDays, type CivilDate, dateInShanghai, daysBetween } from '@/lib/core/dates';
import { sessionEnd, sessionStart } from '@/lib/joint-clinics/rules';
import type { ExpectedSession } from '@/lib/joint-clinics/schema';
import { type Directory, namesOf } from './directory-index';
import { oncePerDay } from './once-per-day';
import { type PublicStop, publicPlan } from './public-plan';
import type { ClinicRecord } from './records-schema';
import type { SessionView } from './schema';

/** The longest range of dates a calendar answers, in days, both ends counted. */
export const MAX_CALENDAR_DAYS = 92;

/** How far ahead a clinic's next session is looked for, in days. */
const HORIZON_DAYS = MAX_CALENDAR_DAYS;

export type DateRange = { from: CivilDate; to: CivilDate };

/** A range that begins no earlier than today and is no longer than a calendar may be. */
export function boundedRange(range: DateRange, instant: Date): DateRange & { cut: boolean } {
  const today = dateInShanghai(instant);
  const from = daysBetween(range.from, today) > 0 ? today : range.from;
  const to = daysBetween(from, range.to) < MAX_CALENDAR_DAYS ? range.to : addDays(from, MAX_CALENDAR_DAYS - 1);
  return { from, to, cut: from !== range.from || to !== range.to };
}

/** The sessions of a clinic on the dates of a range, planned and stopped, by time; cheapest from today on. */
export function sessionsOfClinic(
  directory: Directory,
  clinic: ClinicRecord,
  { from, to }: DateRange,
  instant: Date,
): SessionView[] {
  const today = dateInShanghai(instant);
  const ahead = from >= today && to <= addDays(today, HORIZON_DAYS - 1);
  if (!ahead) return plannedViews(directory, clinic, { from, to });
  return upcomingSessions(directory, clinic, today).filter(({ date }) => date >= from && date <= to);
}

/** The first session of a clinic that has not ended at an instant, within the next 92 days. */
export function nextSessionOfClinic(directory: Directory, clinic: ClinicRecord, instant: Date): SessionView | null {
  const ended = instant.toISOString();
  const upcoming = upcomingSessions(directory, clinic, dateInShanghai(instant));
  return upcoming.find(({ state, endsAt }) => state === 'planned' && endsAt > ended) ?? null;
}

/** Orders sessions by their beginning, then by clinic, so that the order never depends on the input's. */
export function byTime(a: SessionView, b: SessionView): number {
  if (a.startsAt !== b.startsAt) return a.startsAt < b.startsAt ? -1 : 1;
  if (a.clinicId !== b.clinicId) return a.clinicId < b.clinicId ? -1 : 1;
  return 0;
}

// Sessions follow from the records and the date alone, so each snapshot works a clinic's out once a day.
const sessionsByClinic = oncePerDay(() => new Map<string, readonly SessionView[]>());

function upcomingSessions(directory: Directory, clinic: ClinicRecord, today: CivilDate): readonly SessionView[] {
  const byClinic = sessionsByClinic(directory, today);
  const known = byClinic.get(clinic.id);
  if (known) return known;
  const made = plannedViews(directory, clinic, { from: today, to: addDays(today, HORIZON_DAYS - 1) });
  byClinic.set(clinic.id, made);
  return made;
}

function plannedViews(directory: Directory, clinic: ClinicRecord, range: DateRange): SessionView[] {
  const plan = publicPlan(clinic, { holidays: directory.index.holidays, ...range });
  return [
    ...plan.expected.flatMap((session) => plannedView(directory, clinic, session)),
    ...plan.stopped.flatMap((session) => stoppedView(directory, clinic, session)),
  ].sort(byTime);
}

/** The view of an expected session; none when its centre, hospital or expert is not published. */
export function plannedView(directory: Directory, clinic: ClinicRecord, session: ExpectedSession): SessionView[] {
  return sessionView(directory, clinic, session, {
    state: 'planned',
    cause: null,
    notHeld: null,
    added: session.added !== null,
    reason: session.added?.reason ?? null,
    reasonEn: session.added?.reasonEn ?? null,
  });
}

function stoppedView(directory: Directory, clinic: ClinicRecord, session: PublicStop): SessionView[] {
  const { cause, notHeld, reason, reasonEn } = session;
  const state = { state: 'stopped', cause, notHeld, added: false, reason, reasonEn } as const;
  return sessionView(directory, clinic, session, state);
}

/** None when the centre, the hospital or the expert is not published. */
function sessionView(
  { index }: Directory,
  clinic: ClinicRecord,
  session: Omit<ExpectedSession, 'added'>,
  state: Pick<SessionView, 'state' | 'cause' | 'notHeld' | 'added' | 'reason' | 'reasonEn'>,
): SessionView[] {
  const centre = index.facilities.get(clinic.centreId);
  const hospital = index.facilities.get(clinic.hospitalId);
  const expert = index.experts.get(session.expertId);
  if (!centre || !hospital || !expert) return [];
  return [
    {
      clinicId: clinic.id,
      clinicName: clinic.name,
      clinicNameEn: clinic.nameEn,
      centreId: centre.id,
      centreName: centre.name,
      centreNameEn: centre.nameEn,
      districtCode: centre.districtCode,
      alliance: centre.alliance,
      hospitalName: hospital.name,
      hospitalNameEn: hospital.nameEn,
      conditions: namesOf(clinic.conditionCodes, index.conditions),
      expert: { id: expert.id, name: expert.name, nameEn: expert.nameEn, title: expert.title },
      date: session.date,
      half: session.half,
      startsMinute: session.startsMinute,
      endsMinute: session.endsMinute,
      startsAt: sessionStart(session).toISOString(),
      endsAt: sessionEnd(session).toISOString(),
      ...state,
      origin: clinic.origin,
    },
  ];
}
