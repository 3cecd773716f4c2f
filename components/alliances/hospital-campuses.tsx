import { useLocale, useTranslations } from 'next-intl';
import { PhoneLink } from '@/components/facility/phone-link';
import { PlaceName } from '@/components/facility/place-name';
import { Card } from '@/components/ui/card';
import { inLocale, localePath } from '@/lib/i18n/locales';
import type { FacilityRecord } from '@/lib/public-directory/records-schema';

/** The lead hospital of an alliance with every campus and its address. */
export function HospitalCampuses({ hospital }: { hospital: FacilityRecord }) {
  const t = useTranslations('alliances.hospital');
  const locale = useLocale();
  const address = inLocale(locale, hospital.address, hospital.addressEn);
  return (
    <Card>
      <p className="text-lg font-semibold">
        <a href={localePath(locale, `/facilities/${hospital.id}`)} className="py-1 text-link">
          <PlaceName name={hospital.name} nameEn={hospital.nameEn} />
        </a>
      </p>
      {hospital.campuses.length === 0 ? (
        address && <p className="text-ink-soft">{address}</p>
      ) : (
        <ul className="mt-2 grid gap-2" aria-label={t('campuses')}>
          {hospital.campuses.map((campus) => (
            <li key={campus.name}>
              <PlaceName name={campus.name} nameEn={campus.nameEn} />
              <span className="text-ink-soft"> · {inLocale(locale, campus.address, campus.addressEn)}</span>
            </li>
          ))}
        </ul>
      )}
      {hospital.phone && (
        <p className="mt-1">
          {t('phone')} <PhoneLink phone={hospital.phone} />
        </p>
      )}
    </Card>
  );
}
