import { sessionContentSchema } from '@/lib/clinic-sessions/schema';
import { type CivilDate, civilDate } from '@/lib/core/dates';
import { planSessions } from '@/lib/joint-clinics/rules';
import type { KnownClinic } from '@/lib/monitor/evaluation-rules';
import { factsOf, type RecordHistory } from '@/lib/monitor/window-rules';
import { demonstrationContent, type NetworkSize } from './generate';
import { groupBy } from './group';
import { historyClinics } from './history/clinics';
import { emptyHistory, type HistoryRows } from './history/rows';
import { holidaysOf } from './holidays';
import { historyStart } from './scale';

/** The clinics of a generated network with their records and the truth about them, in memory. */
export function knownClinics(size: NetworkSize): KnownClinic[] {
  const { network, history } = demonstrationContent(size);
  const rows = emptyHistory();
  for (const part of history) {
    for (const row of part.clinicSession) rows.clinicSession.push(row);
    for (const row of part.clinicSessionVersion) rows.clinicSessionVersion.push(row);
    for (const row of part.clinicSessionTrainee) rows.clinicSessionTrainee.push(row);
    for (const row of part.clinicSessionMessage) if (row.kind === 'withdrawn') rows.clinicSessionMessage.push(row);
    for (const row of part.demonstrationTruth) rows.demonstrationTruth.push(row);
  }
  const recordsOf = recordHistories(rows);
  const truthOf = groupBy(rows.demonstrationTruth, ({ clinicId }) => clinicId);
  const range = { from: historyStart(size.today, size.scale.years), to: size.today };
  const holidays = holidaysOf(network);
  return historyClinics(network).map((clinic) => ({
    clinicId: clinic.id,
    expected: planSessions({ ...clinic, holidays, ...range }).expected,
    records: recordsOf(clinic.id),
    truth: (truthOf.get(clinic.id) ?? []).map(({ behaviour, validFrom }) => ({
      behaviour,
      from: civilDate(String(validFrom)),
    })),
  }));
}

function recordHistories(rows: HistoryRows): (clinicId: string) => RecordHistory[] {
  const versions = groupBy(rows.clinicSessionVersion, ({ sessionId }) => sessionId);
  const withdrawals = groupBy(rows.clinicSessionMessage, ({ sessionId }) => sessionId);
  const trainees = groupBy(rows.clinicSessionTrainee, ({ sessionId }) => sessionId);
  const sessions = groupBy(rows.clinicSession, ({ clinicId }) => clinicId);
  return (clinicId) =>
    (sessions.get(clinicId) ?? []).map((row): RecordHistory => {
      const id = String(row.id);
      const { held, expertPresence = null, expertId = null, mode = null } = row;
      const { visitsNew = 0, visitsReturn = 0, prescriptions = 0, preparations = 0, teachingCases = 0 } = row;
      const withdrawn = row.state === 'withdrawn' ? (withdrawals.get(id) ?? []).at(-1) : undefined;
      return {
        date: dateOf(row.date),
        half: row.half,
        firstSentAt: new Date(row.firstSubmittedAt),
        facts: {
          ...{ held, presence: expertPresence, expertId, mode, visitsNew, visitsReturn, prescriptions, preparations },
          ...{ teachingCases, trainees: (trainees.get(id) ?? []).length },
        },
        confirmedAt: row.confirmedAt ? new Date(row.confirmedAt) : null,
        withdrawnAt: withdrawn ? new Date(withdrawn.at) : null,
        earlier: (versions.get(id) ?? []).map(({ content, state, replacedAt }) => ({
          facts: factsOf(sessionContentSchema.parse(content), row.plannedExpertId ?? null),
          confirmed: state === 'confirmed' || state === 'accepted',
          until: new Date(replacedAt),
        })),
      };
    });
}

function dateOf(value: Date | string): CivilDate {
  return civilDate(String(value));
}
