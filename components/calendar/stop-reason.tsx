import { useLocale, useTranslations } from 'next-intl';
import { inLocale } from '@/lib/i18n/locales';
import type { SessionView } from '@/lib/public-directory/schema';

/** Why a session will not take place, in one phrase: 因元旦放假停诊; nothing for a planned one. */
export function StopReason({ session }: { session: Pick<SessionView, 'cause' | 'reason' | 'reasonEn'> }) {
  const t = useTranslations('calendar.stop');
  const locale = useLocale();
  if (session.cause === null) return null;
  const reason = inLocale(locale, session.reason, session.reasonEn);
  return reason === null ? t(`${session.cause}.plain`) : t(`${session.cause}.because`, { reason });
}
