import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

/** Searches from where the person is; `near` is the position the page already has, as addresses write it. */
export function LocateButton({ near }: { near: string }) {
  const t = useTranslations('search.locate');
  return (
    // the form around it lays out the button and the note; public/page-actions.js does the rest
    <div className="contents">
      {/* an empty field is not sent */}
      <input type="hidden" name="near" defaultValue={near} disabled={near === ''} />
      <Button
        type="button"
        variant="secondary"
        data-page-action="locate"
        data-busy={t('busy')}
        data-refused={t('refused')}
        data-unavailable={t('unavailable')}
      >
        <Icon name="locate" />
        {t('button')}
      </Button>
      <p data-page-action-note="" role="status" className="col-span-full text-sm text-ink-soft">
        {t('privacy')}
      </p>
    </div>
  );
}
