import { useTranslations } from 'next-intl';

/** The words of a form around a list. */
export function useRowsWords() {
  const t = useTranslations('review.answer');
  const form = useTranslations('ui.form');
  return {
    errorTitle: form('errorTitle'),
    sending: form('sending'),
    refusedTitle: t('title'),
    toRow: t('show'),
  };
}
