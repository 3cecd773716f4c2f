import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { ContentWords } from '@/lib/clinic-sessions/content-rules';
import { inLocale } from '@/lib/i18n/locales';

/** What a content says, in the reader's words. */
export function useContentWords(): ContentWords {
  const session = useTranslations('sessions');
  const t = useTranslations('session-list.record');
  const format = useFormatter();
  const locale = useLocale();
  return {
    name: ({ name, nameEn }) => inLocale(locale, name, nameEn),
    unknown: t('unknown'),
    held: (held) => session(`held.${held}`),
    reason: (reason) => session(`notHeldReason.${reason}`),
    expert: (presence, name) => (name === null ? session(`presence.${presence}`) : t(`expert.${presence}`, { name })),
    mode: (mode) => session(`mode.${mode}`),
    times: (name, count) => t('times', { name, count }),
    trainee: (name, part) => t('trainee', { name, part: session(`part.${part}`) }),
    number: (count) => format.number(count),
    none: t('none'),
  };
}
