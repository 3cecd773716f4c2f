import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { DashboardTable } from '@/lib/exports/dashboard-tables-rules';
import type { ExportFormat } from '@/lib/exports/schema';
import type { Period } from '@/lib/indicators/period-rules';
import type { UnitNamed } from '@/lib/indicators/schema';
import { dashboardExportPath, exportsPath, workReportPath, workReportsPath } from './export-paths';
import { FormatLinks } from './format-links';

type Props = { unit: UnitNamed; period: Period };

/** What of a dashboard can be taken away as a whole. */
export function TakeAway({ unit, period }: Props) {
  const t = useTranslations('exports.link');
  const report = useTranslations('work-report');
  const locale = useLocale();
  return (
    <nav aria-label={t('title')} className="no-print my-4 flex flex-wrap items-center gap-3">
      <ButtonLink href={dashboardExportPath(locale, unit, period)} download>
        <Icon name="download" />
        {t('xlsx')}
      </ButtonLink>
      <ButtonLink href={workReportPath(locale, unit, period)} download>
        <Icon name="download" />
        {report('link')}
      </ButtonLink>
      {unit.level !== 'clinic' && (
        <ButtonLink href={workReportsPath(locale, unit, period)} variant="quiet">
          {t('reports')}
        </ButtonLink>
      )}
      <ButtonLink href={exportsPath(locale)} variant="quiet">
        {t('mine')}
      </ButtonLink>
    </nav>
  );
}

/** One table of a dashboard as a file, beside its heading. */
export function TableLinks({ unit, period, table }: Props & { table: DashboardTable }) {
  const t = useTranslations('exports.sheet');
  const locale = useLocale();
  const path = (format: ExportFormat) => dashboardExportPath(locale, unit, period, { table, format });
  return <FormatLinks name={t(table)} path={path} />;
}
