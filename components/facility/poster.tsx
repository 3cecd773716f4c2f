import { useLocale, useTranslations } from 'next-intl';
import { ExpertName } from '@/components/calendar/expert-name';
import { SessionWhen } from '@/components/calendar/session-when';
import { AllianceMark } from '@/components/layout/alliance-mark';
import type { QrCode } from '@/lib/core/qr-code';
import { inLocale } from '@/lib/i18n/locales';
import type { FacilityDetail } from '@/lib/public-directory/views-schema';
import { WeeklyHours } from './weekly-hours';

const SESSIONS_SHOWN = 4;
/** Scanners need four light modules around a code. */
const QUIET = 4;

type Props = {
  detail: FacilityDetail;
  code: QrCode;
  url: string;
  printed: string;
  demonstration: boolean;
};

/** One sheet of A4 for the door of a place: its name, a code to scan, telephone, hours and the next experts. */
export function Poster({ detail, code, url, printed, demonstration }: Props) {
  const t = useTranslations('facility.poster');
  const reach = useTranslations('facility.reach');
  const locale = useLocale();
  const { facility, sessions } = detail;
  const address = inLocale(locale, facility.address, facility.addressEn);
  const next = sessions.filter(({ state }) => state === 'planned').slice(0, SESSIONS_SHOWN);
  const side = code.size + 2 * QUIET;

  return (
    <article className="mx-auto max-w-2xl border border-line bg-surface p-6 text-center sm:p-10 print:max-w-none print:border-0 print:p-0">
      <p>
        <AllianceMark alliance={facility.alliance} name="full" />
      </p>
      <h1 className="mt-3 text-3xl">{facility.name}</h1>
      <p lang="en" className="text-ink-soft">
        {facility.nameEn}
      </p>
      <svg
        viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
        className="mx-auto mt-5 w-64 max-w-full print:w-[75mm]"
        shapeRendering="crispEdges"
      >
        <title>{t('qrLabel', { url })}</title>
        {/* dark on light in every colour scheme, or scanners fail */}
        <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
        <path d={code.path} fill="#000" />
      </svg>
      <p className="mt-1 text-lg font-semibold">{t('scan')}</p>
      <p className="text-sm break-all text-ink-soft">{url}</p>

      <div className="mx-auto mt-6 grid max-w-lg gap-5 text-left">
        <p className="text-xl">
          <span className="text-ink-soft">{reach('phone')}</span> {facility.phone ?? reach('noPhone')}
        </p>
        {address && (
          <p>
            <span className="text-ink-soft">{reach('address')}</span> {address}
          </p>
        )}
        {facility.hours.length > 0 && (
          <section>
            <h2 className="mb-1 text-lg">{t('hours')}</h2>
            <WeeklyHours hours={facility.hours} />
          </section>
        )}
        {detail.clinics.length > 0 && (
          <section>
            <h2 className="mb-1 text-lg">{t('sessions')}</h2>
            {next.length === 0 ? (
              <p>{t('noSessions')}</p>
            ) : (
              <ul className="grid gap-1">
                {next.map((session) => (
                  <li key={`${session.clinicId} ${session.date} ${session.half}`}>
                    <SessionWhen session={session} /> · <ExpertName expert={session.expert} />
                    <span className="block text-ink-soft">
                      {inLocale(locale, session.clinicName, session.clinicNameEn)}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </section>
        )}
      </div>
      <p className="mt-6 text-sm text-ink-soft">{printed}</p>
      {demonstration && <p className="text-sm font-semibold">{t('demonstration')}</p>}
    </article>
  );
}
