import { useTranslations } from 'next-intl';
import { Disclosure } from '@/components/ui/disclosure';
import { MONITOR_STATES, type Thresholds } from '@/lib/monitor/schema';

/** How states are judged, in plain words with the thresholds that hold. */
export function MonitorExplained({ thresholds }: { thresholds: Thresholds }) {
  const t = useTranslations('monitor.explain');
  const worstFirst = [...MONITOR_STATES].reverse();
  return (
    <div className="mt-8">
      <Disclosure summary={t('title')} id="how">
        <p>{t('lead', { weeks: thresholds.windowWeeks })}</p>
        <ol className="my-3 grid list-decimal gap-1 pl-6">
          {worstFirst.map((state) => (
            <li key={state}>{t(state, thresholds)}</li>
          ))}
        </ol>
        <p>{t('fair', thresholds)}</p>
        <p>{t('signals')}</p>
        <p className="text-ink-soft">{t('proof')}</p>
      </Disclosure>
    </div>
  );
}
