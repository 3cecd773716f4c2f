import { useLocale, useTranslations } from 'next-intl';
import { PhoneLink } from '@/components/facility/phone-link';
import { PlaceName } from '@/components/facility/place-name';
import { DateText } from '@/components/ui/date-text';
import { DescriptionList } from '@/components/ui/description-list';
import { inLocale, localePath } from '@/lib/i18n/locales';
import type { StatusPeriod } from '@/lib/joint-clinics/schema';
import type { ClinicDetail } from '@/lib/public-directory/views-schema';
import { ClinicExperts } from './clinic-experts';

type Props = { detail: ClinicDetail; period: StatusPeriod | null };

/** Where a clinic is, who staffs it, how to get an appointment, and since when it runs. */
export function ClinicFacts({ detail, period }: Props) {
  const t = useTranslations('clinics.facts');
  const term = useTranslations('terms');
  const locale = useLocale();
  const { clinic, centre, hospital, experts } = detail;
  const address = inLocale(locale, centre.address, centre.addressEn);
  const phone = clinic.bookingPhone ?? centre.phone;
  return (
    <DescriptionList
      items={[
        {
          key: 'place',
          term: t('place'),
          description: (
            <>
              <a href={localePath(locale, `/facilities/${centre.id}`)} className="py-1 text-link">
                <PlaceName name={centre.name} nameEn={centre.nameEn} />
              </a>
              {address && <p className="text-ink-soft">{address}</p>}
            </>
          ),
        },
        { key: 'room', term: t('room'), description: clinic.room && <span lang="zh-CN">{clinic.room}</span> },
        {
          key: 'booking',
          term: t('booking'),
          description: (
            <>
              <p>{term(`bookingMethod.${clinic.bookingMethod}`)}</p>
              <p className="text-ink-soft">{t(`bookingExplained.${clinic.bookingMethod}`)}</p>
            </>
          ),
        },
        {
          key: 'phone',
          term: clinic.bookingPhone ? t('bookingPhone') : t('centrePhone'),
          description: phone && <PhoneLink phone={phone} />,
        },
        { key: 'experts', term: t('experts'), description: <ClinicExperts experts={experts} hospital={hospital} /> },
        {
          key: 'hospital',
          term: t('hospital'),
          description: (
            <>
              <a href={localePath(locale, `/facilities/${hospital.id}`)} className="py-1 text-link">
                <PlaceName name={hospital.name} nameEn={hospital.nameEn} />
              </a>{' '}
              <span className="text-ink-soft">{inLocale(locale, clinic.department, clinic.departmentEn)}</span>
            </>
          ),
        },
        { key: 'trainees', term: t('trainees'), description: t('traineeCount', { count: clinic.traineeCount }) },
        {
          key: 'status',
          term: t('status'),
          description: (
            <>
              {term(`clinicStatus.${detail.status}`)}
              {period && (
                <span className="text-ink-soft">
                  {' '}
                  {t.rich('since', { date: () => <DateText date={period.validFrom} year weekday="none" /> })}
                </span>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
