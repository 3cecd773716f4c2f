import { useTranslations } from 'next-intl';
import { Icon } from './icon';

/** Reads the text of an element with the browser's own voice, by public/page-actions.js. */
export function ReadAloud({ targetId }: { targetId: string }) {
  const t = useTranslations('ui.readAloud');
  return (
    <button
      type="button"
      data-page-action="read-aloud"
      data-reads={targetId}
      aria-pressed={false}
      className="group no-print inline-flex min-h-12 cursor-pointer items-center gap-2 rounded-lg border border-line-strong bg-surface px-4 py-2 hover:border-accent hover:text-accent"
    >
      <Icon name="speaker" />
      <span className="group-aria-pressed:hidden">{t('start')}</span>
      <span className="hidden group-aria-pressed:inline">{t('stop')}</span>
    </button>
  );
}
