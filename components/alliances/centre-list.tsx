import { useLocale, useTranslations } from 'next-intl';
import { SessionWhen } from '@/components/calendar/session-when';
import { OpeningText } from '@/components/facility/opening-text';
import { PlaceName } from '@/components/facility/place-name';
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
      {rows.map(({ facility, nextExpertSession, opening }) => {
        const address = inLocale(locale, facility.address, facility.addressEn);
        return (
          <li key={facility.id} className="border-b border-line py-2.5">
            <a href={localePath(locale, `/facilities/${facility.id}`)} className="py-1 text-link">
              <PlaceName name={facility.name} nameEn={facility.nameEn} />
            </a>
            {address && <p className="text-sm text-ink-soft">{address}</p>}
            <p className="text-sm">
              <OpeningText opening={opening} today={today} />
            </p>
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
