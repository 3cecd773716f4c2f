import { useLocale, useTranslations } from 'next-intl';
import { StopReason } from '@/components/calendar/stop-reason';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ClockRange } from '@/components/ui/date-text';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { HALVES } from '@/lib/directory/schema';
import { inLocale } from '@/lib/i18n/locales';
import { scheduledLine } from '@/lib/joint-clinics/rules';
import type { ClinicSeen, MonthDay, MonthSlot } from '@/lib/joint-clinics/views-schema';
import { changePath } from './clinic-paths';
import { NamedExpert, SlotName } from './slot-text';

type Props = { clinic: ClinicSeen; day: MonthDay };

/** One day of a clinic: its half-days, why they are as they are, and what an officer may do about each. */
export function DayView({ clinic, day }: Props) {
  const t = useTranslations('joint-clinics.day');
  const term = useTranslations('terms');
  const locale = useLocale();
  const { holiday, status, isPast } = day;
  return (
    <>
      {holiday && <Notice>{t(holiday.kind, { name: inLocale(locale, holiday.name, holiday.nameEn) })}</Notice>}
      {status !== 'operating' && (
        <Notice kind="warning">{t('status', { status: term(`clinicStatus.${status}`) })}</Notice>
      )}
      {isPast && <Notice>{t('past')}</Notice>}
      <ul className="grid gap-3">
        {HALVES.map((half) => {
          const slot = day.slots.find((one) => one.half === half) ?? null;
          return (
            <Card as="li" key={half} className="border-line">
              <h2 className="text-lg">{term(`halfExplained.${half}`)}</h2>
              {slot ? <Held clinic={clinic} day={day} slot={slot} /> : <p className="text-ink-soft">{t('nothing')}</p>}
              {clinic.mayChange && !isPast && status === 'operating' && (
                <Actions clinic={clinic} day={day} half={half} slot={slot} />
              )}
            </Card>
          );
        })}
      </ul>
    </>
  );
}

function Held({ clinic, day, slot }: Props & { slot: MonthSlot }) {
  const t = useTranslations('joint-clinics.day');
  const term = useTranslations('terms.sessionState');
  const locale = useLocale();
  const { session } = slot;
  const line = scheduledLine(clinic.schedule, day.holiday ?? undefined, day.date, slot.half);
  const added = slot.state === 'expected' ? slot.session.added : null;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={slot.state === 'stopped' ? 'danger' : 'success'}>
          {term(slot.state === 'stopped' ? 'stopped' : 'planned')}
        </Badge>
        <ClockRange from={session.startsMinute} to={session.endsMinute} />
        <NamedExpert id={session.expertId} named={clinic.named} />
      </p>
      <p className="mt-1 text-ink-soft">
        {slot.state === 'stopped' && <StopReason session={slot.session} />}
        {added && t('added', { reason: inLocale(locale, added.reason, added.reasonEn) })}
        {slot.state === 'expected' && !added && line && t.rich('byLine', { slot: () => <SlotName slot={line} /> })}
      </p>
      {line && clinic.mayChange && (line.validTo === null || line.validTo >= clinic.today) && (
        <p>
          <TextLink
            href={changePath(locale, clinic.id, 'changeLine', { lineId: line.id })}
            className="inline-flex min-h-11 items-center"
          >
            {t('line')}
          </TextLink>
        </p>
      )}
    </>
  );
}

function Actions({ clinic, day, half, slot }: Props & { half: MonthSlot['half']; slot: MonthSlot | null }) {
  const t = useTranslations('joint-clinics.day');
  const locale = useLocale();
  const { date } = day;
  const exception = clinic.exceptions.find((one) => one.date === date && one.half === half);
  if (exception)
    return (
      <p className="mt-3">
        <ButtonLink href={changePath(locale, clinic.id, 'undoException', { exceptionId: exception.id })}>
          {t(`undo.${exception.kind}`)}
        </ButtonLink>
      </p>
    );
  const given = { date, half };
  return (
    <p className="mt-3 flex flex-wrap gap-3">
      {slot?.state === 'expected' && (
        <ButtonLink href={changePath(locale, clinic.id, 'removeSession', given)} variant="danger">
          {t('remove')}
        </ButtonLink>
      )}
      <ButtonLink href={changePath(locale, clinic.id, 'addSession', given)}>
        {t(slot === null ? 'add' : slot.state === 'stopped' ? 'holdAnyway' : 'replace')}
      </ButtonLink>
    </p>
  );
}
