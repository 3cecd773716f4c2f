import { useLocale, useTranslations } from 'next-intl';
import { ExpertName } from '@/components/calendar/expert-name';
import { SessionWhen } from '@/components/calendar/session-when';
import { PlaceName } from '@/components/facility/place-name';
import { Badge, TagList } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import type { CivilDate } from '@/lib/core/dates';
import { inLocale, localePath } from '@/lib/i18n/locales';
import type { ClinicSummary } from '@/lib/public-directory/schema';
import { STATUS_TONES } from './status-tones';

type Props = {
  summary: ClinicSummary;
  district: string | null;
  today: CivilDate;
  /** the heading's level, to fit the page around it */
  level?: 2 | 3;
};

/** One clinic in a list: what it treats, where, who, and when next. */
export function ClinicCard({ summary, district, today, level = 2 }: Props) {
  const t = useTranslations('clinics');
  const term = useTranslations('terms');
  const locale = useLocale();
  const { clinic, status, centre, hospital, conditions, experts, nextSession } = summary;
  const Heading = `h${level}` as const;
  return (
    <Card as="li" className="flex flex-col gap-2">
      <Heading className="flex flex-wrap items-center gap-x-3 gap-y-1 text-lg">
        <a href={localePath(locale, `/clinics/${clinic.id}`)} className="py-1 text-link">
          <PlaceName name={clinic.name} nameEn={clinic.nameEn} />
        </a>
        {status !== 'operating' && <Badge tone={STATUS_TONES[status]}>{term(`clinicStatus.${status}`)}</Badge>}
      </Heading>
      <TagList
        label={t('conditions')}
        tags={conditions.map(({ code, name, nameEn }) => ({ key: code, label: inLocale(locale, name, nameEn) }))}
      />
      <p className="flex gap-2">
        <Icon name="place" className="mt-1 size-[1.15em] text-ink-faint" />
        <span>
          <PlaceName name={centre.name} nameEn={centre.nameEn} />
          {district && <span className="text-ink-soft"> · {district}</span>}
        </span>
      </p>
      <p className="flex gap-2">
        <Icon name="person" className="mt-1 size-[1.15em] text-ink-faint" />
        <span>
          {experts.map((expert, index) => (
            <span key={expert.id}>
              {index > 0 && t('and')}
              <ExpertName expert={expert} />
            </span>
          ))}
          <span className="text-ink-soft">
            {experts.length > 0 && ' · '}
            {inLocale(locale, hospital.name, hospital.nameEn)}
          </span>
        </span>
      </p>
      <p className="flex gap-2">
        <Icon name="calendar" className="mt-1 size-[1.15em] text-ink-faint" />
        {nextSession ? (
          <span>
            {t('card.next')}{' '}
            <strong className="font-semibold">
              <SessionWhen session={nextSession} today={today} />
            </strong>
          </span>
        ) : (
          <span className="text-ink-soft">{t('card.noNext')}</span>
        )}
      </p>
    </Card>
  );
}
