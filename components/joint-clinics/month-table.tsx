import { useLocale, useTranslations } from 'next-intl';
import { StopReason } from '@/components/calendar/stop-reason';
import { classNames } from '@/components/ui/class-names';
import { DateText } from '@/components/ui/date-text';
import { Icon } from '@/components/ui/icon';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { WEEKDAYS } from '@/lib/core/dates';
import { inLocale } from '@/lib/i18n/locales';
import type { ClinicMonth, ExpertNamed, MonthDay, MonthSlot } from '@/lib/joint-clinics/views-schema';
import { dayPath } from './clinic-paths';
import { NamedExpert } from './slot-text';

type Props = { clinicId: string; month: ClinicMonth; caption: string; named: readonly ExpertNamed[] };

/** A month of a clinic as a table: weeks as rows, Monday first; every day of the month leads to its own page. */
export function MonthTable({ clinicId, month, caption, named }: Props) {
  const t = useTranslations('terms');
  return (
    <div
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
      tabIndex={0}
      className="relative overflow-x-auto rounded-xl border border-line bg-surface"
    >
      <table className="w-full table-fixed border-collapse senior:min-w-[48rem]">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line-strong">
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col" className="px-1 py-2 text-sm font-semibold">
                {t(`weekdayShort.${weekday}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {month.weeks.map((week) => (
            <tr key={week[0]?.date} className="border-b border-line last:border-b-0">
              {week.map((day) => (
                <td
                  key={day.date}
                  className={classNames(
                    'h-20 border-e border-line p-0 align-top last:border-e-0',
                    !day.inMonth && 'bg-sunken',
                  )}
                >
                  {day.inMonth && <Day clinicId={clinicId} day={day} named={named} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Day({ clinicId, day, named }: { clinicId: string; day: MonthDay; named: readonly ExpertNamed[] }) {
  const t = useTranslations('joint-clinics.month');
  const locale = useLocale();
  const { date, isToday, isPast, holiday, slots } = day;
  return (
    <a
      href={dayPath(locale, clinicId, date)}
      aria-current={isToday ? 'date' : undefined}
      className="block h-full min-h-20 p-1 no-underline hover:bg-accent-soft sm:p-1.5"
    >
      <span className="flex flex-wrap items-baseline gap-x-1">
        <span
          aria-hidden="true"
          className={classNames(
            'inline-flex min-w-6 justify-center rounded-full text-sm',
            isToday && 'bg-accent px-1.5 font-semibold text-on-accent',
            isPast && 'text-ink-soft',
          )}
        >
          {Number(date.slice(8))}
        </span>
        <VisuallyHidden>
          <DateText date={date} />
          {isToday && t('today')}
        </VisuallyHidden>
        {holiday && (
          <span className="text-xs text-ink-soft">
            {inLocale(locale, holiday.name, holiday.nameEn)}
            {holiday.kind === 'makeup_workday' && <VisuallyHidden>{t('makeup')}</VisuallyHidden>}
          </span>
        )}
      </span>
      <span className="mt-1 grid gap-1">
        {slots.map((slot) => (
          <Slot key={slot.half} slot={slot} named={named} />
        ))}
      </span>
    </a>
  );
}

const LOOKS = {
  planned: { frame: 'border-success bg-success-soft text-ink', icon: 'check' },
  added: { frame: 'border-dashed border-info bg-info-soft text-ink', icon: 'calendar' },
  stopped: { frame: 'border-danger bg-danger-soft text-danger', icon: 'stop' },
} as const;

const SLOT = 'block rounded-md border px-1 py-0.5 text-xs leading-snug sm:text-sm';

function lookOf(slot: MonthSlot): keyof typeof LOOKS {
  if (slot.state === 'stopped') return 'stopped';
  return slot.session.added ? 'added' : 'planned';
}

function Slot({ slot, named }: { slot: MonthSlot; named: readonly ExpertNamed[] }) {
  const t = useTranslations('joint-clinics.month');
  const look = lookOf(slot);
  return (
    <span className={classNames(SLOT, LOOKS[look].frame)}>
      <span className="flex flex-wrap items-center gap-x-1">
        <Icon name={LOOKS[look].icon} className="size-[1em]" />
        <span className={look === 'stopped' ? 'line-through' : undefined}>{t(`half.${slot.half}`)}</span>
        <VisuallyHidden>{t(look)}</VisuallyHidden>
      </span>
      <span className="hidden sm:not-senior:block">
        {slot.state === 'stopped' ? (
          <StopReason session={slot.session} />
        ) : (
          <NamedExpert id={slot.session.expertId} named={named} />
        )}
      </span>
    </span>
  );
}

/** What the marks of a month mean. */
export function MonthLegend() {
  const t = useTranslations('joint-clinics.month');
  return (
    <ul aria-label={t('legend')} className="mt-3 flex flex-wrap gap-2">
      {(['planned', 'added', 'stopped'] as const).map((look) => (
        <li key={look} className={classNames(SLOT, LOOKS[look].frame)}>
          <Icon name={LOOKS[look].icon} className="me-1 size-[1em]" />
          {t(look)}
        </li>
      ))}
    </ul>
  );
}
