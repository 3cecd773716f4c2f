import { useLocale, useTranslations } from 'next-intl';
import { DateText } from '@/components/ui/date-text';
import type { EarlierSession } from '@/lib/clinic-sessions/form-schema';
import { inLocale } from '@/lib/i18n/locales';

/** The last sessions of the clinic, to compare with while typing. */
export function EarlierList({ earlier }: { earlier: readonly EarlierSession[] }) {
  const t = useTranslations('logging.earlier');
  return (
    <section aria-labelledby="log-earlier">
      <h2 id="log-earlier" className="mb-2 text-lg">
        {t('title')}
      </h2>
      {earlier.length === 0 ? (
        <p className="text-ink-soft">{t('empty')}</p>
      ) : (
        <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
          {earlier.map((one) => (
            <EarlierRow key={`${one.date} ${one.half}`} session={one} />
          ))}
        </ul>
      )}
    </section>
  );
}

function EarlierRow({ session }: { session: EarlierSession }) {
  const t = useTranslations('logging.earlier');
  const sessions = useTranslations('sessions');
  const halves = useTranslations('terms.half');
  const locale = useLocale();
  const { date, half, held, notHeldReason, visitsNew, visitsReturn, expert, presence } = session;
  const who = () => {
    if (expert) return inLocale(locale, expert.name, expert.nameEn);
    return presence ? sessions(`presence.${presence}`) : null;
  };
  return (
    <li className="flex flex-wrap justify-between gap-x-4 px-4 py-2 text-sm">
      <span>
        <DateText date={date} weekday="none" /> {halves(half)}
        <span className="ms-2 text-ink-soft">{who()}</span>
      </span>
      {held ? (
        <span>{t('newReturn', { visitsNew, visitsReturn })}</span>
      ) : (
        <span className="text-ink-soft">
          {sessions(notHeldReason ? `notHeldReason.${notHeldReason}` : 'held.false')}
        </span>
      )}
    </li>
  );
}
