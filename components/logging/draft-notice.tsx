import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { FoundOnDevice } from './use-draft.client';

type Props = { found: FoundOnDevice | null; onDiscard: () => void };

/** Says that what was typed before is back. */
export function DraftNotice({ found, onDiscard }: Props) {
  const t = useTranslations('logging.draft');
  const format = useFormatter();
  return (
    <div aria-live="polite" className="empty:absolute">
      {found && (
        <Notice kind={found.stale ? 'warning' : 'info'}>
          <p>
            {t(found.kind, { when: format.dateTime(new Date(found.at), { dateStyle: 'medium', timeStyle: 'short' }) })}
          </p>
          {found.stale && <p>{t('stale')}</p>}
          {found.kind === 'draft' && (
            <Button type="button" variant="quiet" onClick={onDiscard}>
              {t('discard')}
            </Button>
          )}
        </Notice>
      )}
    </div>
  );
}
