import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { DemoMark } from '@/components/ui/origin-mark';
import { TextLink } from '@/components/ui/text-link';
import type { CivilDate } from '@/lib/core/dates';
import { inLocale } from '@/lib/i18n/locales';
import type { ClinicMonitored } from '@/lib/monitor/views-schema';
import { clinicMonitorPath } from './monitor-paths';
import { ReasonList, useMonitorWords } from './reason-list';
import { StateMark } from './state-mark';

type Props = { clinics: readonly ClinicMonitored[]; total: number; date: CivilDate | null };

/** Clinics with their states, why, and the numbers behind them. */
export function MonitorTable({ clinics, total, date }: Props) {
  const t = useTranslations('monitor');
  const words = useMonitorWords();
  const locale = useLocale();
  const named = ({ name, nameEn }: { name: string; nameEn: string }) => inLocale(locale, name, nameEn);
  const counts = (['expected', 'logged', 'held', 'confirmed'] as const).map((name) => ({
    key: name,
    header: t(`list.column.${name}`),
    numeric: true,
    cell: ({ numbers }: ClinicMonitored) => words.number(numbers[name]),
  }));
  return (
    <DataTable
      caption={t('list.caption', { count: total })}
      empty={t('list.empty')}
      rows={clinics}
      rowKey={({ clinic }) => clinic.id}
      columns={[
        {
          key: 'clinic',
          header: t('list.column.clinic'),
          whole: true,
          cell: ({ clinic, centre, district, origin, status }) => (
            <>
              <TextLink href={clinicMonitorPath(locale, clinic.id, date)} className="inline-flex min-h-11 items-center">
                {named(clinic)}
              </TextLink>
              <span className="block text-sm text-ink-soft">
                {named(district)} · {named(centre)}
              </span>
              {status === 'suspended' && <span className="block text-sm">{t('suspended')}</span>}
              {origin === 'demonstration' && <DemoMark />}
            </>
          ),
        },
        {
          key: 'state',
          header: t('list.column.state'),
          wide: true,
          cell: ({ state, reasons }) => (
            <>
              <StateMark state={state} />
              <div className="mt-1 text-sm">
                <ReasonList reasons={reasons} />
              </div>
            </>
          ),
        },
        ...counts,
        {
          key: 'expert',
          header: t('list.column.expert'),
          numeric: true,
          cell: ({ numbers }) => words.number(numbers.expertPlanned + numbers.expertSubstitute),
        },
        {
          key: 'visits',
          header: t('list.column.visits'),
          numeric: true,
          cell: ({ numbers }) => (numbers.medianVisits === null ? t('missing') : words.number(numbers.medianVisits)),
        },
        {
          key: 'check',
          header: t('list.column.check'),
          cell: ({ signals }) =>
            signals.length === 0 ? t('none') : signals.map(({ code }) => <p key={code}>{t(`signal.name.${code}`)}</p>),
        },
      ]}
    />
  );
}
