import { useLocale, useTranslations } from 'next-intl';
import type { SessionView } from '@/lib/public-directory/schema';
import { stopText } from './stop-text';

type Props = { session: Pick<SessionView, 'cause' | 'notHeld' | 'reason' | 'reasonEn'> };

/** Why a session will not take place, in one phrase; nothing for a planned one. */
export function StopReason({ session }: Props) {
  const t = useTranslations('calendar');
  return stopText(session, t, useLocale());
}
