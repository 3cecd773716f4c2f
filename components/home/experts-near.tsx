import { useLocale, useTranslations } from 'next-intl';
import { SessionRow } from '@/components/calendar/session-row';
import { DistanceText } from '@/components/search/distance-text';
import { LocateButton } from '@/components/search/locate-button';
import { Button, ButtonLink } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import type { Option } from '@/components/ui/option-markup';
import { Section } from '@/components/ui/section';
import { localePath } from '@/lib/i18n/locales';
import type { NearSession } from '@/lib/public-directory/views-schema';

type Props = {
  sessions: readonly NearSession[];
  districts: readonly Option[];
  /** the district chosen, empty for the whole city */
  district: string;
  /** the position given, as addresses write it */
  near: string;
};

const ID = 'experts';

/** Who comes to the community in the coming week: near a position, in a district, or soonest in the city. */
export function ExpertsNear({ sessions, districts, district, near }: Props) {
  const t = useTranslations('home.experts');
  const locale = useLocale();
  const names = new Map(districts.map(({ value, label }) => [value, label]));
  const order =
    near !== '' ? t('near') : district !== '' ? t('inDistrict', { district: names.get(district) ?? '' }) : t('city');
  const calendar = localePath(locale, '/calendar');

  return (
    <Section id={ID} title={t('title')}>
      <p className="text-ink-soft">
        {t('lead')} {order}
      </p>
      {/* the position and the district are two questions, so each has its own form */}
      <div className="no-print mt-3 grid gap-x-6 gap-y-3 sm:grid-cols-2">
        <form method="get" action={`${localePath(locale, '/')}#${ID}`} className="flex items-end gap-2 self-start">
          <div className="min-w-0 flex-1">
            <SelectField
              id="experts-district"
              name="district"
              label={t('district')}
              empty={t('districtEmpty')}
              options={districts}
              defaultValue={district}
            />
          </div>
          <Button variant="secondary" className="shrink-0">
            {t('show')}
          </Button>
        </form>
        <form
          method="get"
          action={`${localePath(locale, '/')}#${ID}`}
          className="grid content-start justify-items-start gap-1 sm:pt-8"
        >
          <LocateButton near={near} />
        </form>
      </div>
      {sessions.length === 0 ? (
        <p className="mt-4 text-ink-soft">{t('none')}</p>
      ) : (
        <ul className="mt-4 rounded-xl border border-line bg-surface px-4">
          {sessions.map(({ session, distanceMetres }) => (
            <SessionRow
              key={`${session.clinicId} ${session.date} ${session.half}`}
              session={session}
              district={names.get(session.districtCode) ?? null}
              dated
              distance={distanceMetres === null ? null : <DistanceText metres={distanceMetres} />}
            />
          ))}
        </ul>
      )}
      <p className="no-print mt-4">
        <ButtonLink href={district === '' ? calendar : `${calendar}?district=${district}`}>
          <Icon name="calendar" />
          {t('all')}
        </ButtonLink>
      </p>
    </Section>
  );
}
