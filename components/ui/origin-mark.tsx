import { useLocale, useTranslations } from 'next-intl';
import { localePath } from '@/lib/i18n/locales';
import { VisuallyHidden } from './visually-hidden';

/** Where a figure or a record comes from: published by an authority, counted from facts, or made for demonstration. */
export type DataOrigin = 'published' | 'counted' | 'demonstration';

const LOOKS: Record<DataOrigin, string> = {
  published: 'border-line text-ink-soft',
  counted: 'border-line text-ink-soft',
  demonstration: 'border-dashed border-line-strong bg-sunken text-ink-soft',
};

/** Says where something comes from, and leads to the page that explains it. */
export function OriginMark({ origin }: { origin: DataOrigin }) {
  const t = useTranslations('ui.origin');
  const locale = useLocale();
  return (
    <a
      href={localePath(locale, '/data#origins')}
      title={t(`${origin}.explanation`)}
      className={`inline-flex min-h-6 items-center rounded-md border px-1.5 text-xs leading-5 whitespace-nowrap no-underline hover:border-accent hover:text-accent ${LOOKS[origin]}`}
    >
      {t(`${origin}.label`)}
      <VisuallyHidden>{t('more')}</VisuallyHidden>
    </a>
  );
}

/** 演示数据: the record beside it was made for demonstration. */
export function DemoMark() {
  return <OriginMark origin="demonstration" />;
}
