import { useLocale, useTranslations } from 'next-intl';
import { inLocale } from '@/lib/i18n/locales';
import type { ExpertTitle } from '@/lib/joint-clinics/schema';

type Props = { expert: { name: string; nameEn: string; title: ExpertTitle } };

/** An expert's name with the professional title: 王某某 主任医师. */
export function ExpertName({ expert }: Props) {
  const t = useTranslations('terms.expertTitle');
  const locale = useLocale();
  return (
    <span>
      {inLocale(locale, expert.name, expert.nameEn)}{' '}
      <span className="whitespace-nowrap text-ink-soft">{t(expert.title)}</span>
    </span>
  );
}
