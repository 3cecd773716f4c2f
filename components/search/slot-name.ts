import { useTranslations } from 'next-intl';
import { HALVES } from '@/lib/directory/schema';
import type { Slot } from '@/lib/public-directory/schema';

/** Names weekday half-days in the reader's language: 周六上午, Sat morning. */
export function useSlotName(): (slot: Slot) => string {
  const t = useTranslations('search.filters');
  const terms = useTranslations('terms');
  return (slot) => {
    const [day = '', part = ''] = slot.split('-');
    const half = HALVES.find((known) => known === part) ?? 'am';
    return t('slot', { day: terms(`slotDay.${day}`), half: terms(`half.${half}`) });
  };
}
