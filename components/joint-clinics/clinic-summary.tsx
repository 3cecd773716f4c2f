import { useLocale, useTranslations } from 'next-intl';
import { PhoneLink } from '@/components/facility/phone-link';
import { TagList } from '@/components/ui/badge';
import { DescriptionList } from '@/components/ui/description-list';
import { inLocale } from '@/lib/i18n/locales';
import type { ClinicSeen } from '@/lib/joint-clinics/views-schema';

/** What a clinic is: where, staffed by whom, for which conditions, how one books. */
export function ClinicSummary({ clinic }: { clinic: ClinicSeen }) {
  const t = useTranslations('joint-clinics.fact');
  const term = useTranslations('terms.bookingMethod');
  const locale = useLocale();
  const named = ({ name, nameEn }: { name: string; nameEn: string }) => inLocale(locale, name, nameEn);
  const { bookingPhone, room, conditions } = clinic;
  return (
    <DescriptionList
      items={[
        { key: 'centre', term: t('centre'), description: `${named(clinic.centre)} · ${named(clinic.district)}` },
        {
          key: 'hospital',
          term: t('hospital'),
          description: `${named(clinic.hospital)} · ${inLocale(locale, clinic.department, clinic.departmentEn)}`,
        },
        {
          key: 'conditions',
          term: t('conditions'),
          description: (
            <TagList
              label={t('conditions')}
              tags={conditions.map((condition) => ({ key: condition.code, label: named(condition) }))}
            />
          ),
        },
        { key: 'room', term: t('room'), description: room ? <span lang="zh-CN">{room}</span> : t('none') },
        { key: 'booking', term: t('booking'), description: term(clinic.bookingMethod) },
        { key: 'phone', term: t('phone'), description: bookingPhone && <PhoneLink phone={bookingPhone} /> },
      ]}
    />
  );
}
