import { useLocale, useTranslations } from 'next-intl';
import { LinkTabs } from '@/components/ui/link-tabs';
import { type ClinicTab, clinicPath } from './clinic-paths';

const TABS = ['overview', 'month', 'people', 'history'] as const satisfies readonly ClinicTab[];

type Props = { id: string; current: ClinicTab | null; shown?: readonly ClinicTab[] };

/** The views of one clinic. */
export function ClinicTabs({ id, current, shown = TABS }: Props) {
  const t = useTranslations('joint-clinics.tab');
  const locale = useLocale();
  return (
    <LinkTabs
      label={t('label')}
      tabs={shown.map((tab) => ({ href: clinicPath(locale, id, tab), label: t(tab), current: tab === current }))}
    />
  );
}
