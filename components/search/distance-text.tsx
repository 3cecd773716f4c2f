import { useTranslations } from 'next-intl';
import { walkingMinutes } from '@/lib/core/geo';

/** Beyond an hour on foot nobody asks for the minutes. */
const LONGEST_WALK_MINUTES = 60;

/** A straight-line distance as people say it, with walking minutes where walking is likely. */
export function DistanceText({ metres }: { metres: number }) {
  const t = useTranslations('search.results');
  const minutes = walkingMinutes(metres);
  const distance =
    metres < 995
      ? t('metres', { value: Math.max(10, Math.round(metres / 10) * 10) })
      : t('kilometres', { value: Math.round(metres / 100) / 10 });
  return (
    <>
      {t('distance', { distance })}
      {minutes <= LONGEST_WALK_MINUTES && <> · {t('walk', { minutes })}</>}
    </>
  );
}
