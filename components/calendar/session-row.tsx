import { useLocale, useTranslations } from 'next-intl';
import { PlaceName } from '@/components/facility/place-name';
import { Badge, TagList } from '@/components/ui/badge';
import { inLocale, localePath } from '@/lib/i18n/locales';
import type { SessionView } from '@/lib/public-directory/schema';
import { ExpertName } from './expert-name';
import { SessionTime, SessionWhen } from './session-when';
import { StopReason } from './stop-reason';

type Props = {
  session: SessionView;
  /** the district's name, which the session knows by code only */
  district: string | null;
  /** rows under a day's heading need no date of their own */
  dated?: boolean;
  /** how far the centre is, where the reader's position is known */
  distance?: React.ReactNode;
};

/** One session in a list over several clinics: when, which clinic, who, where. */
export function SessionRow({ session, district, dated, distance }: Props) {
  const t = useTranslations('calendar');
  const term = useTranslations('terms');
  const locale = useLocale();
  const stopped = session.state === 'stopped';
  return (
    <li className="grid gap-x-5 gap-y-1 border-b border-line py-3 last:border-b-0 sm:grid-cols-[9.5rem_1fr]">
      <p className={stopped ? 'text-ink-soft line-through' : 'font-medium'}>
        {dated ? <SessionWhen session={session} /> : <SessionTime session={session} />}
      </p>
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <a href={localePath(locale, `/clinics/${session.clinicId}`)} className="py-1 font-semibold text-link">
            {inLocale(locale, session.clinicName, session.clinicNameEn)}
          </a>
          {stopped && <Badge tone="danger">{term('sessionState.stopped')}</Badge>}
          {!stopped && session.added && <Badge tone="info">{term('sessionAdded')}</Badge>}
        </p>
        {stopped && (
          <p className="text-danger">
            <StopReason session={session} />
          </p>
        )}
        <p>
          <ExpertName expert={session.expert} />
          <span className="text-ink-soft"> · {inLocale(locale, session.hospitalName, session.hospitalNameEn)}</span>
        </p>
        <p className="text-ink-soft">
          <a href={localePath(locale, `/facilities/${session.centreId}`)} className="text-link">
            <PlaceName name={session.centreName} nameEn={session.centreNameEn} />
          </a>
          {district && ` · ${district}`}
          {distance && <> · {distance}</>}
        </p>
        <div className="mt-1">
          <TagList
            label={t('conditions')}
            tags={session.conditions.map(({ code, name, nameEn }) => ({
              key: code,
              label: inLocale(locale, name, nameEn),
            }))}
          />
        </div>
      </div>
    </li>
  );
}
