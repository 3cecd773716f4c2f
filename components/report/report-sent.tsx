import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { localePath } from '@/lib/i18n/locales';

/** What a person sees after a report was stored, with the way back. */
export function ReportSent({ subject }: { subject: { path: string } | null }) {
  const t = useTranslations('report.sent');
  const locale = useLocale();
  return (
    <>
      <PageHeading title={t('title')} />
      <Notice kind="success" announce>
        {t('text')}
      </Notice>
      <p className="flex flex-wrap gap-3">
        {subject && <ButtonLink href={localePath(locale, subject.path)}>{t('back')}</ButtonLink>}
        <ButtonLink href={localePath(locale, '/')}>{t('home')}</ButtonLink>
        <ButtonLink href={localePath(locale, '/report')} variant="quiet">
          {t('again')}
        </ButtonLink>
      </p>
    </>
  );
}
