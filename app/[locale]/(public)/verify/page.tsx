import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import { ServiceContentList } from '@/components/people/service-content';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { InputField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { clientKey } from '@/lib/core/client-key';
import { localePath } from '@/lib/i18n/locales';
import type { RawParameters } from '@/lib/public-directory/page-query';
import { verifyServiceRecord } from '@/lib/training/verify-record';

type Props = { searchParams: Promise<RawParameters> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people.verify');
  return { title: t('title'), description: t('lead'), robots: { index: false } };
}

export default async function VerifyPage({ searchParams }: Props) {
  const [{ code }, t, locale, sent] = await Promise.all([
    searchParams,
    getTranslations('people.verify'),
    getLocale(),
    headers(),
  ]);
  const typed = typeof code === 'string' ? code.trim().slice(0, 60) : '';
  const answer = typed && (await verifyServiceRecord(typed, clientKey(sent.get('x-client-address') ?? 'unknown')));
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <form method="get" action={localePath(locale, '/verify')} className="grid max-w-md gap-4">
        <InputField
          id="verify-code"
          name="code"
          label={t('code')}
          hint={t('hint')}
          maxLength={60}
          autoComplete="off"
          spellCheck={false}
          defaultValue={typed}
        />
        <p>
          <Button>{t('submit')}</Button>
        </p>
      </form>
      {answer && answer.state === 'limited' && (
        <Notice kind="warning" announce title={t('limited')}>
          {t('later', { minutes: answer.minutes })}
        </Notice>
      )}
      {answer && answer.state === 'unknown' && (
        <Notice kind="stop" announce title={t('unknown')}>
          {t('unknownNext')}
        </Notice>
      )}
      {answer && answer.state === 'genuine' && (
        <>
          <Notice kind="success" announce title={t('genuine')}>
            {answer.content.demonstration ? t('demonstration') : t('compare')}
          </Notice>
          <Card className="border-line">
            <ServiceContentList content={answer.content} />
          </Card>
        </>
      )}
    </>
  );
}
