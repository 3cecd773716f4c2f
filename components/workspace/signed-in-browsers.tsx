import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { InstantText } from '@/components/ui/date-text';

type Browser = { id: string; userAgent: string; createdAt: Date; lastSeenAt: Date; thisOne: boolean };

type Props = {
  browsers: readonly Browser[];
  endAction: (form: FormData) => Promise<void>;
  endOthersAction: () => Promise<void>;
};

/** The browsers that use one's own account, each with the way to sign it out from here. */
export function SignedInBrowsers({ browsers, endAction, endOthersAction }: Props) {
  const t = useTranslations('workspace.account');
  const others = browsers.filter(({ thisOne }) => !thisOne).length;
  return (
    <>
      <ul className="grid gap-3">
        {browsers.map(({ id, userAgent, createdAt, lastSeenAt, thisOne }) => {
          const name = userAgent || t('unknownBrowser');
          return (
            <Card as="li" key={id} className="flex flex-wrap items-center justify-between gap-3 border-line">
              <div className="min-w-0">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  {name}
                  {thisOne && <Badge tone="accent">{t('thisOne')}</Badge>}
                </p>
                <p className="text-sm text-ink-soft">
                  {t('since')} <InstantText at={createdAt} />
                  <span aria-hidden="true"> · </span>
                  {t('seen')} <InstantText at={lastSeenAt} />
                </p>
              </div>
              {!thisOne && (
                <form action={endAction}>
                  <input type="hidden" name="staffSessionId" value={id} />
                  <Button variant="secondary" aria-label={t('endNamed', { browser: name })}>
                    {t('end')}
                  </Button>
                </form>
              )}
            </Card>
          );
        })}
      </ul>
      {others > 0 ? (
        <form action={endOthersAction} className="mt-4">
          <Button variant="danger">{t('endOthers')}</Button>
        </form>
      ) : (
        <p className="mt-3 text-ink-soft">{t('onlyThis')}</p>
      )}
    </>
  );
}
