import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { PageHeading } from '@/components/ui/page-heading';
import { localePath } from '@/lib/i18n/locales';

/** A missing page, or one out of scope, which looks the same: the way back to work. */
export function MissingForStaff() {
  const t = useTranslations('errors');
  const locale = useLocale();
  return (
    <>
      <PageHeading title={t('notFound.title')} lead={t('notFoundForStaff.lead')} />
      <p className="flex flex-wrap gap-3">
        <ButtonLink variant="primary" href={localePath(locale, '/today')}>
          {t('notFoundForStaff.today')}
        </ButtonLink>
        <ButtonLink href={localePath(locale, '/')}>{t('notFoundForStaff.home')}</ButtonLink>
      </p>
    </>
  );
}
