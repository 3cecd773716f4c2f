import { useLocale, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import type { Signal } from '@/lib/monitor/schema';
import { recordsBehind } from './monitor-paths';
import { useMonitorWords } from './reason-list';

/** What asks for a look in a clinic's records, with a way to them. */
export function SignalList({ signals, clinicId }: { signals: readonly Signal[]; clinicId: string }) {
  const t = useTranslations('monitor.signal');
  const words = useMonitorWords();
  const locale = useLocale();
  if (signals.length === 0) return <p>{t('none')}</p>;
  return (
    <>
      <p className="max-w-prose text-ink-soft">{t('lead')}</p>
      <ul className="mt-2 divide-y divide-line">
        {signals.map((signal) => {
          const [from, to] = [signal.dates[0], signal.dates.at(-1)];
          return (
            <li key={signal.code} className="py-2">
              <p className="font-medium">{t(`name.${signal.code}`)}</p>
              <p>{words.signal(signal)}</p>
              {from && to && (
                <TextLink
                  href={recordsBehind(locale, { clinicId, from, to }, { held: 'held' })}
                  className="no-print inline-flex min-h-11 items-center"
                >
                  {t('records')}
                  <span className="sr-only">{t(`name.${signal.code}`)}</span>
                </TextLink>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
