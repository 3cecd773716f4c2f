import { useLocale, useTranslations } from 'next-intl';
import { ExpertName } from '@/components/calendar/expert-name';
import { SessionWhen } from '@/components/calendar/session-when';
import { OpeningText } from '@/components/facility/opening-text';
import { PhoneLink } from '@/components/facility/phone-link';
import { PlaceName } from '@/components/facility/place-name';
import { AllianceMark } from '@/components/layout/alliance-mark';
import { Badge } from '@/components/ui/badge';
import { Icon, type IconName } from '@/components/ui/icon';
import { ReadAloud } from '@/components/ui/read-aloud';
import type { CivilDate } from '@/lib/core/dates';
import { inLocale, localePath } from '@/lib/i18n/locales';
import type { FacilityRow } from '@/lib/public-directory/schema';
import { DistanceText } from './distance-text';
import { MatchList } from './match-list';

/** Techniques named in a row that answers no particular question. */
const TECHNIQUES_SHOWN = 5;

type Props = { row: FacilityRow; number: number; today: CivilDate };

/** One place in the results: its number on the map, name, way there, hours, telephone, next expert, and why it fits. */
export function ResultRow({ row, number, today }: Props) {
  const t = useTranslations('search');
  const terms = useTranslations('terms');
  const locale = useLocale();
  const { facility, opening, distanceMetres, nextExpertSession, matches, techniques } = row;
  const former = facility.formerNames.find(({ name, nameEn }) =>
    matches.some(({ type, via }) => type === 'facility' && (via === name || via === nameEn)),
  );
  const spokenId = `result-${number}`;
  const answers = matches.some(({ type }) => ['condition', 'technique', 'expert', 'preparation'].includes(type));
  const kind = facility.stationKind ? terms(`stationKind.${facility.stationKind}`) : terms(`kind.${facility.kind}`);

  return (
    <li className="border-b border-line py-5 last:border-b-0">
      <article className="flex gap-3 sm:gap-4">
        <p
          aria-hidden="true"
          className="mt-0.5 flex size-8 shrink-0 items-center justify-center rounded-full bg-accent font-semibold text-on-accent senior:size-10"
        >
          {number}
        </p>
        <div className="min-w-0 flex-1">
          <div id={spokenId}>
            <h3 className="text-lg">
              <a href={localePath(locale, `/facilities/${facility.id}`)} className="py-0.5 text-link">
                <PlaceName name={facility.name} nameEn={facility.nameEn} />
              </a>
            </h3>
            {former && (
              <p className="mt-1">
                {t(former.of ? 'results.takesOver' : 'results.formerly', {
                  name: inLocale(locale, former.name, former.nameEn),
                })}
              </p>
            )}
            <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="text-ink-soft">{kind}</span>
              <AllianceMark alliance={facility.alliance} />
              {facility.status !== 'operating' && (
                <Badge tone="danger">{terms(`facilityStatus.${facility.status}`)}</Badge>
              )}
            </p>
            <div className="mt-2 grid gap-1">
              {distanceMetres !== null && (
                <Line icon="walk">
                  <strong className="font-semibold">
                    <DistanceText metres={distanceMetres} />
                  </strong>
                </Line>
              )}
              {facility.status === 'operating' && (
                <Line icon="clock">
                  <OpeningText opening={opening} today={today} />
                </Line>
              )}
              <Line icon="phone" tall>
                <span className="text-ink-soft">{t('results.phone')}</span>{' '}
                {facility.phone ? <PhoneLink phone={facility.phone} /> : t('results.noPhone')}
              </Line>
              {nextExpertSession && (
                <Line icon="calendar">
                  <span className="text-ink-soft">{t('results.nextSession')}</span>{' '}
                  <SessionWhen session={nextExpertSession} today={today} />
                  {' · '}
                  <ExpertName expert={nextExpertSession.expert} />
                  {' · '}
                  <a href={localePath(locale, `/clinics/${nextExpertSession.clinicId}`)} className="text-link">
                    {inLocale(locale, nextExpertSession.clinicName, nextExpertSession.clinicNameEn)}
                  </a>
                </Line>
              )}
              {answers ? (
                <Line icon="check">
                  <MatchList matches={matches} />
                </Line>
              ) : (
                techniques.length > 0 && (
                  <Line icon="check">
                    <span className="text-ink-soft">{t('results.techniques')}</span>{' '}
                    {techniques
                      .slice(0, TECHNIQUES_SHOWN)
                      .map(({ name, nameEn }) => inLocale(locale, name, nameEn))
                      .join(t('separator'))}
                  </Line>
                )
              )}
            </div>
          </div>
          <div className="mt-2">
            <ReadAloud targetId={spokenId} />
          </div>
        </div>
      </article>
    </li>
  );
}

/** A tall line holds a target for a finger, so its words stand in the middle. */
function Line({ icon, tall, children }: { icon: IconName; tall?: boolean; children: React.ReactNode }) {
  return (
    <div className={tall ? 'flex items-center gap-2' : 'flex gap-2'}>
      <Icon name={icon} className={`size-[1.1em] text-ink-faint ${tall ? '' : 'mt-[0.3em]'}`} />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
