import { contributionOf } from '@/lib/clinic-sessions/activity-rules';
import { isLate } from '@/lib/clinic-sessions/rules';
import type { HeldContent } from '@/lib/clinic-sessions/schema';
import type { Random } from '@/prisma/seed/random';
import type { ActivityBook } from './activity';
import { laterOn } from './instants';
import type { Life } from './life';
import type { HistoryRows } from './rows';
import type { Staff } from './staff';

/** Who does not sign, who always does, and how often the others do. */
export type Signing = { random: Random; share: number; until: number; unsigned: string | null; keen: string | null };

const iso = (instant: number) => new Date(instant).toISOString();

const NOTHING = {
  expertPresence: null,
  expertId: null,
  mode: null,
  visitsNew: 0,
  visitsReturn: 0,
  prescriptions: 0,
  preparations: 0,
  referralsUp: 0,
  referralsDown: 0,
  teachingCases: 0,
} as const;

function heldColumns(content: HeldContent, plannedExpertId: string | null) {
  const { expert, mode, visitsNew, visitsReturn, prescriptions, preparations } = content;
  const { referralsUp, referralsDown, teachingCases } = content;
  return {
    expertPresence: expert.presence,
    expertId:
      expert.presence === 'substitute' ? expert.expertId : expert.presence === 'planned' ? plannedExpertId : null,
    mode,
    visitsNew,
    visitsReturn,
    prescriptions,
    preparations,
    referralsUp,
    referralsDown,
    teachingCases,
  };
}

/** Who was there with the instant of the signature, null while there is none. */
function signatures(life: Life, { random, share, until, unsigned, keen }: Signing) {
  const { content } = life;
  if (!content.held) return [];
  return content.trainees.map(({ traineeId, part }) => {
    const signs = random.chance(share) || traineeId === keen;
    const at = laterOn(
      life.submittedAt,
      random.weighted([0, 1, 3, 6], (lag) => 1 / (1 + lag)),
      random.whole(690, 1_300),
    );
    const signed = signs && traineeId !== unsigned && life.state !== 'withdrawn' && at <= until;
    if (signed) life.note(at);
    return { traineeId, part, signedAt: signed ? new Date(at) : null };
  });
}

/** Writes down what became of a record: its row, what hangs on it, and what it adds to the clinic's month. */
export function writeRecord(
  rows: HistoryRows,
  life: Life,
  { staff, activity, signing }: { staff: Staff; activity: ActivityBook; signing: Signing },
): void {
  const { id, place, slot, content, state, confirmed, accepted } = life;
  const { date, half, plannedExpertId } = slot;
  const trainees = signatures(life, signing);
  const counted = {
    state,
    planned: plannedExpertId !== null,
    held: content.held,
    late: isLate(date, new Date(life.firstSubmittedAt)),
    ...(content.held ? heldColumns(content, plannedExpertId) : NOTHING),
  };
  rows.clinicSession.push({
    id,
    clinicId: place.id,
    centreId: place.centreId,
    hospitalId: place.hospitalId,
    districtCode: place.districtCode,
    date,
    half,
    ...counted,
    version: life.version,
    submissionId: life.submissionId,
    plannedExpertId,
    notHeldReason: content.held ? null : content.reason,
    note: content.note,
    explanation: content.explanation,
    firstSubmittedAt: iso(life.firstSubmittedAt),
    submittedAt: iso(life.submittedAt),
    submittedByName: staff.clerk(place.centreId),
    confirmedAt: confirmed && iso(confirmed.at),
    confirmedByName: confirmed?.name ?? null,
    confirmedAs: confirmed?.as ?? null,
    acceptedAt: accepted && iso(accepted.at),
    acceptedByName: accepted?.name ?? null,
    dueOn: life.dueOn,
    origin: 'demonstration',
  });
  if (content.held) {
    for (const { catalogueId, code, visits } of content.conditions)
      rows.clinicSessionCondition.push({ sessionId: id, catalogueId, conditionCode: code, visits });
    for (const { code, count } of content.techniques)
      rows.clinicSessionTechnique.push({ sessionId: id, techniqueCode: code, count });
  }
  for (const { traineeId, part, signedAt } of trainees)
    rows.clinicSessionTrainee.push({ sessionId: id, traineeId, date, part, signedAt: signedAt?.toISOString() ?? null });
  rows.clinicSessionVersion.push(...life.versions);
  rows.clinicSessionMessage.push(...life.messages);
  activity.add(place, contributionOf({ ...counted, trainees }));
}
