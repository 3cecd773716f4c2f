import type { SessionShown } from '@/components/clinics/session-table';
import { compareSessions } from '@/lib/joint-clinics/rules';
import type { ExpectedSession, SessionPlan } from '@/lib/joint-clinics/schema';
import type { ClinicSeen } from '@/lib/joint-clinics/views-schema';

/** A plan as residents see it: planned and stopped sessions together, by time. */
export function sessionsShown({ id, named }: Pick<ClinicSeen, 'id' | 'named'>, plan: SessionPlan): SessionShown[] {
  const common = ({ date, half, startsMinute, endsMinute, expertId }: Omit<ExpectedSession, 'added'>) => {
    const expert = named.find((one) => one.id === expertId);
    return expert ? [{ clinicId: id, date, half, startsMinute, endsMinute, expert }] : [];
  };
  return [
    ...plan.expected.flatMap((session) =>
      common(session).map(
        (shown): SessionShown => ({
          ...shown,
          state: 'planned',
          cause: null,
          added: session.added !== null,
          reason: session.added?.reason ?? null,
          reasonEn: session.added?.reasonEn ?? null,
        }),
      ),
    ),
    ...plan.stopped.flatMap((session) => {
      const { cause, reason, reasonEn } = session;
      return common(session).map(
        (shown): SessionShown => ({ ...shown, state: 'stopped', cause, added: false, reason, reasonEn }),
      );
    }),
  ].sort(compareSessions);
}
