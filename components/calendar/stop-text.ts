import type { useTranslations } from 'next-intl';
import { inLocale, type Locale } from '@/lib/i18n/locales';
import type { SessionView } from '@/lib/public-directory/schema';

type Translate = ReturnType<typeof useTranslations<'calendar'>>;
/** A stop of the plan itself has nothing logged of it. */
export type Stopped = Pick<SessionView, 'cause' | 'reason' | 'reasonEn'> & Partial<Pick<SessionView, 'notHeld'>>;

/** Why a session will not take place, in one phrase: 因元旦放假停诊; null for a planned one. */
export function stopText({ cause, notHeld, reason, reasonEn }: Stopped, t: Translate, locale: Locale): string | null {
  if (cause === null) return null;
  if (cause === 'not_held') return t(`stop.not_held.${notHeld ?? 'other'}`);
  const why = inLocale(locale, reason, reasonEn);
  return why === null ? t(`stop.${cause}.plain`) : t(`stop.${cause}.because`, { reason: why });
}
