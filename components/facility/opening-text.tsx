import { useLocale, useTranslations } from 'next-intl';
import { DateText } from '@/components/ui/date-text';
import { type CivilDate, clockTime } from '@/lib/core/dates';
import type { DayMinute, OpeningState } from '@/lib/directory/schema';
import { inLocale } from '@/lib/i18n/locales';

const TONES = { open: 'text-success', closed: 'text-ink-soft', unknown: 'text-ink-soft' } as const;

/** Whether a place is open now and when that changes: 开放中 · 17:00 关闭. */
export function OpeningText({ opening, today }: { opening: OpeningState; today: CivilDate }) {
  const t = useTranslations('facility.opening');
  const terms = useTranslations('terms.opening');
  const locale = useLocale();
  const state = <strong className={`font-semibold ${TONES[opening.state]}`}>{terms(opening.state)}</strong>;
  if (opening.state === 'unknown') return state;
  const change = opening.state === 'open' ? opening.closesAt : opening.opensAt;
  const reason = opening.state === 'closed' ? inLocale(locale, opening.reason, opening.reasonEn) : null;
  return (
    <>
      {state}
      {reason && t('because', { reason })}
      {change && (
        <>
          {' · '}
          {t.rich(opening.state === 'open' ? 'closes' : 'opens', { time: () => <When at={change} today={today} /> })}
        </>
      )}
    </>
  );
}

function When({ at, today }: { at: DayMinute; today: CivilDate }) {
  const time = <span className="whitespace-nowrap">{clockTime(at.minute)}</span>;
  if (at.date === today) return time;
  return (
    <>
      <DateText date={at.date} today={today} /> {time}
    </>
  );
}
