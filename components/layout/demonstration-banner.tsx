import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { localePath } from '@/lib/i18n/locales';

/** A slim line that says what on these pages was made for demonstration. */
export function DemonstrationBanner() {
  const t = useTranslations('layout.demonstration');
  const locale = useLocale();
  return (
    <aside aria-label={t('label')} className="border-b border-line bg-warning-soft text-sm text-warning">
      <p className="mx-auto flex max-w-6xl items-start gap-2 px-4 py-1.5">
        <Icon name="info" className="mt-0.5 size-[1.2em]" />
        <span>
          {t.rich('text', {
            more: (words) => (
              <a href={localePath(locale, '/data#origins')} className="underline underline-offset-4">
                {words}
              </a>
            ),
          })}
        </span>
      </p>
    </aside>
  );
}
