import { useLocale, useTranslations } from 'next-intl';
import { ClockRange } from '@/components/ui/date-text';
import { inLocale } from '@/lib/i18n/locales';
import type { ScheduleLine } from '@/lib/joint-clinics/schema';
import type { ExpertNamed } from '@/lib/joint-clinics/views-schema';

type Slot = Pick<ScheduleLine, 'weekday' | 'half' | 'recurrence'>;

/** A weekly slot in a few words: 每周三上午, 隔周六上午. */
export function SlotName({ slot }: { slot: Slot }) {
  const t = useTranslations('joint-clinics.slot');
  const term = useTranslations('terms');
  return (
    <>
      {t(slot.recurrence, {
        weekday: t(`weekday.${slot.weekday}`),
        half: term(`half.${slot.half}`),
      })}
    </>
  );
}

/** A weekly slot with its hours. */
export function SlotText({ slot }: { slot: Slot & Pick<ScheduleLine, 'startsMinute' | 'endsMinute'> }) {
  return (
    <>
      <SlotName slot={slot} /> <ClockRange from={slot.startsMinute} to={slot.endsMinute} />
    </>
  );
}

/** The name of an expert who is known by id. */
export function NamedExpert({ id, named }: { id: string; named: readonly ExpertNamed[] }) {
  const locale = useLocale();
  const expert = named.find((one) => one.id === id);
  return <>{expert ? inLocale(locale, expert.name, expert.nameEn) : id}</>;
}
