import { useLocale, useTranslations } from 'next-intl';
import { SessionWhen } from '@/components/calendar/session-when';
import type { CivilDate } from '@/lib/core/dates';
import { inLocale, localePath } from '@/lib/i18n/locales';
import type { FacilityRow } from '@/lib/public-directory/schema';

type Props = { rows: readonly FacilityRow[]; today: CivilDate };

/** Centres by name, each with its address and its next expert session. */
export function CentreList({ rows, today }: Props) {
  const t = useTranslations('alliances.centres');
  const locale = useLocale();
  return (
    <ul className="grid gap-x-6 sm:grid-cols-2">
      {rows.map(({ facility, nextExpertSession }) => {
        const address = inLocale(locale, facility.address, facility.addressEn);
        return (
          <li key={facility.id} className="border-b border-line py-2.5">
            <a href={localePath(locale, `/facilities/${facility.id}`)} className="py-1 text-link">
              {inLocale(locale, facility.name, facility.nameEn)}
            </a>
            {address && <p className="text-sm text-ink-soft">{address}</p>}
            {nextExpertSession && (
              <p className="text-sm">
                {t('nextSession')} <SessionWhen session={nextExpertSession} today={today} />
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
