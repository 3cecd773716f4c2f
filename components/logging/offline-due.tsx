import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DateText } from '@/components/ui/date-text';
import { inLocale } from '@/lib/i18n/locales';
import { slotKey } from './device/device-records';
import type { PresentClerk } from './device/present-clerk';
import { logPath } from './log-paths';
import type { DeviceRecords } from './use-device-records.client';

type Props = { clerk: PresentClerk; records: DeviceRecords };

/** The sessions that were due when there was a network last, without those that lie on the device by now. */
export function OfflineDue({ clerk, records }: Props) {
  const t = useTranslations('logging');
  const halves = useTranslations('terms.half');
  const format = useFormatter();
  const locale = useLocale();
  const here = new Set([...records.outbox, ...records.drafts].map(({ slot }) => slot));
  const due = clerk.due.filter((session) => !here.has(slotKey(session)));
  const when = format.dateTime(new Date(clerk.at), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section aria-labelledby="offline-due" className="mt-8">
      <h2 id="offline-due" className="text-xl">
        {t('offline.due')}
      </h2>
      <p className="text-sm text-ink-soft">{t('offline.asOf', { when })}</p>
      {due.length === 0 && <p className="mt-3">{t('offline.nothing')}</p>}
      <ul className="mt-3 grid gap-3">
        {due.map((session) => (
          <Card
            as="li"
            key={slotKey(session)}
            className="flex flex-wrap items-center justify-between gap-3 border-line"
          >
            <div className="min-w-0 flex-1">
              <p className="font-medium">{inLocale(locale, session.clinicName, session.clinicNameEn)}</p>
              <p className="text-sm text-ink-soft">
                <DateText date={session.date} /> {halves(session.half)}
                {session.expert && ` · ${inLocale(locale, session.expert.name, session.expert.nameEn)}`}
              </p>
            </div>
            <ButtonLink href={logPath(locale, session)} variant="primary" className="min-w-24">
              {t('due.log')}
            </ButtonLink>
          </Card>
        ))}
      </ul>
    </section>
  );
}
