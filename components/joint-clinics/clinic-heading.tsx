import { useLocale, useTranslations } from 'next-intl';
import { STATUS_TONES } from '@/components/clinics/status-tones';
import { Badge } from '@/components/ui/badge';
import { Breadcrumbs, type Crumb } from '@/components/ui/breadcrumbs';
import { DemoMark } from '@/components/ui/origin-mark';
import { PageHeading } from '@/components/ui/page-heading';
import { TextLink } from '@/components/ui/text-link';
import { inLocale, localePath } from '@/lib/i18n/locales';
import { clinicStatusOn } from '@/lib/joint-clinics/rules';
import type { ClinicSeen } from '@/lib/joint-clinics/views-schema';
import { clinicListPath, clinicPath } from './clinic-paths';
import { ClinicTabs } from './clinic-tabs';

type Props = {
  clinic: ClinicSeen;
  /** the page below the clinic's own; null on the clinic's own page */
  page: string | null;
  tab: React.ComponentProps<typeof ClinicTabs>['current'];
};

/** What stands above every page of one clinic: the way down, its name and state, and its views. */
export function ClinicHeading({ clinic, page, tab }: Props) {
  const t = useTranslations('joint-clinics');
  const term = useTranslations('terms.clinicStatus');
  const locale = useLocale();
  const { id, district, centre, statuses, today } = clinic;
  const name = inLocale(locale, clinic.name, clinic.nameEn);
  const status = clinicStatusOn(statuses, today);
  const trail: Crumb[] = [
    { href: clinicListPath(locale, {}), label: t('title') },
    {
      href: clinicListPath(locale, { district: district.id }),
      label: inLocale(locale, district.name, district.nameEn),
    },
    { href: clinicListPath(locale, { centre: centre.id }), label: inLocale(locale, centre.name, centre.nameEn) },
    ...(page === null ? [] : [{ href: clinicPath(locale, id), label: name }]),
  ];
  return (
    <>
      <Breadcrumbs trail={trail} current={page ?? name} />
      <PageHeading title={page === null ? name : t('pageOf', { page, clinic: name })}>
        <Badge tone={STATUS_TONES[status]}>{term(status)}</Badge>
        {clinic.origin === 'demonstration' && <DemoMark />}
        <TextLink href={localePath(locale, `/clinics/${id}`)} className="inline-flex min-h-11 items-center">
          {t('residentsPage')}
        </TextLink>
      </PageHeading>
      <ClinicTabs id={id} current={tab} />
    </>
  );
}
