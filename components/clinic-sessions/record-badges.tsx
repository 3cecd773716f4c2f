import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { RecordListed } from '@/lib/clinic-sessions/review-schema';
import type { SessionState } from '@/lib/clinic-sessions/schema';

const TONES: Record<SessionState, Tone> = {
  submitted: 'info',
  disputed: 'danger',
  confirmed: 'accent',
  accepted: 'success',
  returned: 'warning',
  withdrawn: 'neutral',
};

/** The state of a record in one word. */
export function RecordStateBadge({ state }: { state: SessionState }) {
  const t = useTranslations('sessions.stateShort');
  return <Badge tone={TONES[state]}>{t(state)}</Badge>;
}

type Marked = Pick<RecordListed, 'held' | 'late' | 'planned' | 'mode' | 'version' | 'explanation'>;

/** What of a record deserves a look before it is passed on. */
export function marksOf({ held, late, planned, mode, version, explanation }: Marked) {
  return [
    ...(held ? [] : (['notHeld'] as const)),
    ...(late ? (['late'] as const) : []),
    ...(planned ? [] : (['extra'] as const)),
    ...(mode === 'remote' ? (['remote'] as const) : []),
    ...(version > 1 ? (['amended'] as const) : []),
    ...(explanation ? (['explained'] as const) : []),
  ];
}

/** The marks of a record as badges. */
export function RecordMarks({ record }: { record: Marked }) {
  const t = useTranslations('review.record.mark');
  const marks = marksOf(record);
  return marks.map((mark) => (
    <Badge key={mark} tone={mark === 'late' || mark === 'notHeld' ? 'warning' : 'neutral'}>
      {t(mark, { version: record.version })}
    </Badge>
  ));
}
