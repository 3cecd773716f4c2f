import { useTranslations } from 'next-intl';
import { SessionTable } from '@/components/clinics/session-table';
import { Badge, type Tone } from '@/components/ui/badge';
import { ClockRange, DateText } from '@/components/ui/date-text';
import { Notice } from '@/components/ui/notice';
import type { ClinicSeen, PlanDifference, PlanPreview } from '@/lib/joint-clinics/views-schema';
import { PlanWarnings } from './plan-warnings';
import { sessionsShown } from './sessions-shown';
import { NamedExpert } from './slot-text';

/** So many differences are listed; the residents' view below shows all. */
const SHOWN = 12;
const TONES: Record<PlanDifference['kind'], Tone> = {
  comes: 'success',
  resumes: 'success',
  changes: 'info',
  stops: 'danger',
  goes: 'danger',
};

type Props = {
  clinic: Pick<ClinicSeen, 'id' | 'named'>;
  preview: PlanPreview;
  /** the way to save it */
  children: React.ReactNode;
};

/** What a change would do: the sessions that become different, what is worth a look, and what residents would see. */
export function PlanPreviewView({ clinic, preview, children }: Props) {
  const t = useTranslations('joint-clinics.preview');
  const { differences, warnings, after, range, today } = preview;
  const sessions = sessionsShown(clinic, after);
  return (
    <>
      {differences.length === 0 ? (
        <Notice>{t('nothing')}</Notice>
      ) : (
        <>
          <p>{t('count', { count: differences.length })}</p>
          <ul className="mt-2 rounded-xl border border-line bg-surface px-4">
            {differences.slice(0, SHOWN).map((difference) => (
              <li
                key={`${difference.date} ${difference.half}`}
                className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2 last:border-b-0"
              >
                <Difference difference={difference} named={clinic.named} />
              </li>
            ))}
          </ul>
          {differences.length > SHOWN && (
            <p className="mt-1 text-ink-soft">{t('more', { count: differences.length - SHOWN })}</p>
          )}
        </>
      )}
      <PlanWarnings warnings={warnings} />
      <div className="my-6">{children}</div>
      <h3 className="mb-2 text-lg">
        {t.rich('residents', {
          from: () => <DateText date={range.from} weekday="none" />,
          to: () => <DateText date={range.to} weekday="none" />,
        })}
      </h3>
      {sessions.length === 0 ? <p>{t('noSessions')}</p> : <SessionTable sessions={sessions} today={today} preview />}
    </>
  );
}

function Difference({ difference, named }: { difference: PlanDifference; named: ClinicSeen['named'] }) {
  const t = useTranslations('joint-clinics.preview');
  const term = useTranslations('terms.half');
  const { kind, date, half, before, after } = difference;
  const slot = after ?? before;
  return (
    <>
      <Badge tone={TONES[kind]}>{t(`kind.${kind}`)}</Badge>
      <span>
        <DateText date={date} year /> {term(half)}
      </span>
      {slot && (
        <span className="text-ink-soft">
          {kind === 'changes' && before && (
            <>
              <ClockRange from={before.startsMinute} to={before.endsMinute} />{' '}
              <NamedExpert id={before.expertId} named={named} /> →{' '}
            </>
          )}
          <ClockRange from={slot.startsMinute} to={slot.endsMinute} /> <NamedExpert id={slot.expertId} named={named} />
        </span>
      )}
    </>
  );
}
