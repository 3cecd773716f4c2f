import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { RecordLabel, RecordListed } from '@/lib/clinic-sessions/review-schema';
import { type CivilDate, instantInShanghai } from '@/lib/core/dates';
import { inLocale } from '@/lib/i18n/locales';

type Named = { name: string; nameEn: string };

const NOON = 12 * 60;

/** What records are called and what they say, as plain texts in the reader's language. */
export function useRecordWords() {
  const t = useTranslations('review.record');
  const term = useTranslations('terms');
  const session = useTranslations('sessions');
  const format = useFormatter();
  const locale = useLocale();
  const named = ({ name, nameEn }: Named) => inLocale(locale, name, nameEn);
  const day = (date: CivilDate) =>
    format.dateTime(instantInShanghai(date, NOON), {
      timeZone: 'Asia/Shanghai',
      month: 'short',
      day: 'numeric',
      weekday: 'short',
    });
  return {
    named,
    day,

    /** the places of a text that names a record */
    label: ({ date, half, clinic }: RecordLabel) => ({
      date: day(date),
      half: term(`half.${half}`),
      clinic: named(clinic),
    }),

    /** who was there, or why nobody was */
    attended: ({ held, notHeldReason, expertPresence, expert, plannedExpert }: RecordListed): string => {
      if (!held) return t('notHeld', { reason: session(`notHeldReason.${notHeldReason ?? 'other'}`) });
      const [who, planned] = [expert && named(expert), plannedExpert && named(plannedExpert)];
      if (expertPresence === 'absent' || !who) return planned ? t('expertAbsent', { planned }) : t('nobody');
      if (expertPresence === 'planned') return t('expertPlanned', { expert: who });
      return planned
        ? t('expertSubstitute', { expert: who, planned })
        : t('expertSubstituteUnplanned', { expert: who });
    },

    visits: ({ visitsNew, visitsReturn }: RecordListed): string =>
      t('visits', { visits: visitsNew + visitsReturn, visitsNew, visitsReturn }),
  };
}
