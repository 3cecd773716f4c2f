import { useLocale, useTranslations } from 'next-intl';
import { type Stopped, stopText } from './stop-text';

/** Why a session will not take place, in one phrase; nothing for a planned one. */
export function StopReason({ session }: { session: Stopped }) {
  const t = useTranslations('calendar');
  return stopText(session, t, useLocale());
}
