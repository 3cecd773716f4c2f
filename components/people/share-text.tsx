import { useFormatter, useTranslations } from 'next-intl';

/** So many of so many, with the share; a share of nothing is said in words, because it is not zero. */
export function ShareText({ part, whole }: { part: number; whole: number }) {
  const t = useTranslations('people');
  const format = useFormatter();
  if (whole === 0) return <span className="text-ink-soft">{t('noneHeld')}</span>;
  return (
    <>
      {t('share', { part, whole, share: format.number(part / whole, { style: 'percent', maximumFractionDigits: 0 }) })}
    </>
  );
}
