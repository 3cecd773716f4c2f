import { useLocale, useTranslations } from 'next-intl';
import { clinicPath } from '@/components/joint-clinics/clinic-paths';
import { ClockRange, DateText } from '@/components/ui/date-text';
import { TextLink } from '@/components/ui/text-link';
import type { CivilDate } from '@/lib/core/dates';
import { inLocale } from '@/lib/i18n/locales';
import type { ClinicPlan } from '@/lib/joint-clinics/views-schema';

/** The next planned sessions of a trainee's clinics, the first one first. */
export function NextSessions({ plans, today }: { plans: readonly ClinicPlan[]; today: CivilDate }) {
  const t = useTranslations('people.mine');
  const half = useTranslations('terms.half');
  const locale = useLocale();
  const sessions = plans
    .flatMap((plan) => plan.plan.expected.map((session) => ({ ...session, plan })))
    .sort((a, b) => (a.date === b.date ? a.startsMinute - b.startsMinute : a.date < b.date ? -1 : 1));
  if (sessions.length === 0) return <p className="text-ink-soft">{t('noNext')}</p>;
  return (
    <ul className="grid gap-3">
      {sessions.map(({ date, half: when, startsMinute, endsMinute, expertId, plan }) => {
        const expert = plan.experts.find(({ id }) => id === expertId);
        return (
          <li key={`${plan.clinicId} ${date} ${when}`} className="rounded-xl border border-line bg-surface p-4">
            <p className="font-semibold">
              <DateText date={date} today={today} /> {half(when)} <ClockRange from={startsMinute} to={endsMinute} />
            </p>
            <p>
              <TextLink href={clinicPath(locale, plan.clinicId)} className="inline-flex min-h-11 items-center">
                {inLocale(locale, plan.clinicName, plan.clinicNameEn)}
              </TextLink>
            </p>
            <p className="text-sm text-ink-soft">
              {[
                expert && t('with', { name: inLocale(locale, expert.name, expert.nameEn) }),
                plan.room && t('room', { room: plan.room }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
