import { useLocale, useTranslations } from 'next-intl';
import { STATUS_TONES } from '@/components/clinics/status-tones';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { DemoMark } from '@/components/ui/origin-mark';
import { TwoLines } from '@/components/ui/table-cells';
import { TextLink } from '@/components/ui/text-link';
import { inLocale } from '@/lib/i18n/locales';
import type { ClinicListed } from '@/lib/joint-clinics/views-schema';
import { clinicPath } from './clinic-paths';
import { SlotName } from './slot-text';

/** Clinics with where they are, who sits in them and when, each leading to its page. */
export function ClinicListTable({ clinics }: { clinics: readonly ClinicListed[] }) {
  const t = useTranslations('joint-clinics.list');
  const term = useTranslations('terms.clinicStatus');
  const locale = useLocale();
  const named = ({ name, nameEn }: { name: string; nameEn: string }) => inLocale(locale, name, nameEn);
  return (
    <DataTable
      caption={t('caption')}
      empty={t('empty')}
      rows={clinics}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: t('column.name'),
          wide: true,
          cell: (clinic) => (
            <>
              <TextLink href={clinicPath(locale, clinic.id)} className="inline-flex min-h-11 items-center">
                {named(clinic)}
              </TextLink>
              <span className="flex flex-wrap items-center gap-1.5">
                <Badge tone={STATUS_TONES[clinic.status]}>{term(clinic.status)}</Badge>
                {clinic.origin === 'demonstration' && <DemoMark />}
              </span>
            </>
          ),
        },
        {
          key: 'place',
          header: t('column.place'),
          wide: true,
          cell: ({ centre, district }) => <TwoLines note={named(district)}>{named(centre)}</TwoLines>,
        },
        {
          key: 'experts',
          header: t('column.experts'),
          cell: ({ experts, hospital }) => (
            <TwoLines note={named(hospital)}>
              {experts.length === 0 ? t('noExperts') : experts.map(named).join(t('and'))}
            </TwoLines>
          ),
        },
        {
          key: 'slots',
          header: t('column.slots'),
          cell: ({ slots }) =>
            slots.length === 0 ? (
              <span className="text-ink-soft">{t('noSlots')}</span>
            ) : (
              <ul>
                {slots.map((slot) => (
                  <li key={slot.id}>
                    <SlotName slot={slot} />
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  );
}
