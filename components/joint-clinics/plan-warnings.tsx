import { useLocale, useTranslations } from 'next-intl';
import { DateText } from '@/components/ui/date-text';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import type { CivilDate } from '@/lib/core/dates';
import { inLocale } from '@/lib/i18n/locales';
import { EXPERT_LOAD } from '@/lib/joint-clinics/schema';
import type { WarningSeen } from '@/lib/joint-clinics/views-schema';
import { clinicPath } from './clinic-paths';

/** So many dates say it; the rest is counted. */
const SHOWN_DATES = 3;

/** What is worth a look before or after saving, in words; nothing where there is nothing. */
export function PlanWarnings({ warnings }: { warnings: readonly WarningSeen[] }) {
  const t = useTranslations('joint-clinics.warning');
  if (warnings.length === 0) return null;
  return (
    <Notice kind="warning" title={t('title', { count: warnings.length })}>
      <ul className="mt-1 grid list-disc gap-1 ps-5">
        {warnings.map((warning) => (
          <li key={keyOf(warning)}>
            <Warning warning={warning} />
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm text-ink-soft">{t('note')}</p>
    </Notice>
  );
}

function keyOf(warning: WarningSeen): string {
  const first = warning.kind === 'overload' ? warning.weeks[0] : warning.dates[0];
  const place = warning.kind === 'overload' ? '' : `${warning.half} ${warning.other?.id ?? ''}`;
  const who = warning.kind === 'roomTwice' ? warning.room : warning.expert.id;
  return `${warning.kind} ${who} ${first} ${place}`;
}

function Warning({ warning }: { warning: WarningSeen }) {
  const t = useTranslations('joint-clinics.warning');
  const term = useTranslations('terms.half');
  const locale = useLocale();
  if (warning.kind === 'overload') {
    const { expert, halfDays, weeks } = warning;
    return (
      <>
        {t.rich('overload', {
          expert: inLocale(locale, expert.name, expert.nameEn),
          halfDays,
          most: EXPERT_LOAD.halfDaysAWeek,
          weeks: () => <Dates dates={weeks} />,
        })}
      </>
    );
  }
  const common = {
    half: term(warning.half),
    dates: () => <Dates dates={warning.dates} />,
    other: () => <Other other={warning.other} />,
  };
  if (warning.kind === 'roomTwice') return <>{t.rich('roomTwice', { ...common, room: warning.room })}</>;
  return (
    <>{t.rich('expertTwice', { ...common, expert: inLocale(locale, warning.expert.name, warning.expert.nameEn) })}</>
  );
}

function Other({ other }: { other: Extract<WarningSeen, { kind: 'roomTwice' }>['other'] }) {
  const t = useTranslations('joint-clinics.warning');
  const locale = useLocale();
  if (!other) return <>{t('elsewhere')}</>;
  const place = inLocale(locale, other.centre.name, other.centre.nameEn);
  return (
    <TextLink href={clinicPath(locale, other.id)}>
      {t('other', { clinic: inLocale(locale, other.name, other.nameEn), place })}
    </TextLink>
  );
}

function Dates({ dates }: { dates: readonly CivilDate[] }) {
  const t = useTranslations('joint-clinics.warning');
  const shown = dates.slice(0, SHOWN_DATES);
  return (
    <>
      {shown.map((date, index) => (
        <span key={date}>
          {index > 0 && t('comma')}
          <DateText date={date} weekday="none" />
        </span>
      ))}
      {dates.length > shown.length && t('more', { count: dates.length })}
    </>
  );
}
