import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { PageHeading } from '@/components/ui/page-heading';
import { localePath } from '@/lib/i18n/locales';

type Props = {
  /** the address that failed, to try again */
  path: string;
  /** under which the log holds the fault */
  id: string | null;
};

/** A fault of ours, said plainly, as a page that needs no scripts. */
export function FailedPage({ path, id }: Props) {
  const t = useTranslations('errors.unexpected');
  const locale = useLocale();
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      {id && (
        <p className="text-sm text-ink-soft">
          {t('id')} <code className="font-mono">{id}</code>
        </p>
      )}
      <div className="mt-5 flex flex-wrap gap-3">
        <ButtonLink variant="primary" href={path}>
          {t('retry')}
        </ButtonLink>
        <ButtonLink href={localePath(locale, '/')}>{t('home')}</ButtonLink>
      </div>
    </>
  );
}
