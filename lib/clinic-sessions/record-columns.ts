import type { SessionContent } from './schema';
import type { ContentColumns } from './session-rows';

const NOTHING_HELD = {
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

/** The columns of a content; the planned expert is the schedule's, never the client's. */
export function columnsOf(content: SessionContent, plannedExpertId: string | null): ContentColumns {
  if (!content.held) {
    const { held, reason, note, explanation } = content;
    return { held, notHeldReason: reason, ...NOTHING_HELD, note, explanation };
  }
  const { expert, conditions, techniques, trainees, ...columns } = content;
  const there = { planned: plannedExpertId, substitute: 'expertId' in expert ? expert.expertId : null, absent: null };
  return { ...columns, notHeldReason: null, expertPresence: expert.presence, expertId: there[expert.presence] };
}

/** What hangs on a record, as its tables name it. */
export function partsOf(content: SessionContent) {
  if (!content.held) return { conditions: [], techniques: [], trainees: [] };
  return {
    conditions: content.conditions.map(({ catalogueId, code, visits }) => ({
      catalogueId,
      conditionCode: code,
      visits,
    })),
    techniques: content.techniques.map(({ code, count }) => ({ techniqueCode: code, count })),
    trainees: content.trainees.map(({ traineeId, part }) => ({ traineeId, part })),
  };
}
