import { useLocale, useTranslations } from 'next-intl';
import { SessionRow } from '@/components/calendar/session-row';
import { ClinicCard } from '@/components/clinics/clinic-card';
import { Disclosure } from '@/components/ui/disclosure';
import { TextLink } from '@/components/ui/text-link';
import type { CivilDate } from '@/lib/core/dates';
import { localePath } from '@/lib/i18n/locales';
import type { FacilityDetail } from '@/lib/public-directory/views-schema';

/** A lead hospital staffs dozens of clinics; the first few are shown, the rest fold. */
const CLINICS_SHOWN = 6;
const SESSIONS_SHOWN = 24;

type Props = { detail: Pick<FacilityDetail, 'facility' | 'clinics' | 'sessions'>; today: CivilDate };

/** The joint clinics of a place and their sessions of the coming weeks, stop notices among them. */
export function FacilityClinics({ detail, today }: Props) {
  const t = useTranslations('facility.clinics');
  const locale = useLocale();
  const { facility, clinics, sessions } = detail;
  const cards = (shown: FacilityDetail['clinics']) => (
    <ul className="grid gap-3 md:grid-cols-2">
      {shown.map((summary) => (
        <ClinicCard key={summary.clinic.id} summary={summary} district={null} today={today} level={3} />
      ))}
    </ul>
  );
  const rest = clinics.slice(CLINICS_SHOWN);
  const listed = sessions.slice(0, SESSIONS_SHOWN);
  const counts = { count: listed.length, total: sessions.length };

  return (
    <div className="grid gap-3">
      {cards(clinics.slice(0, CLINICS_SHOWN))}
      {rest.length > 0 && <Disclosure summary={t('more', { count: rest.length })}>{cards(rest)}</Disclosure>}
      {listed.length > 0 && (
        <Disclosure summary={t(listed.length < sessions.length ? 'upcomingCut' : 'upcoming', counts)}>
          <ul>
            {listed.map((session) => (
              <SessionRow
                key={`${session.clinicId} ${session.date} ${session.half}`}
                session={session}
                district={null}
                dated
              />
            ))}
          </ul>
          <p className="mt-3">
            <TextLink href={`${localePath(locale, '/calendar')}?district=${facility.districtCode}`}>
              {t('calendar')}
            </TextLink>
          </p>
        </Disclosure>
      )}
    </div>
  );
}
