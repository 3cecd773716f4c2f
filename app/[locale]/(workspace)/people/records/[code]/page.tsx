import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { verifyPath } from '@/components/people/people-paths';
import { ServiceSheet } from '@/components/people/service-sheet';
import { Notice } from '@/components/ui/notice';
import { requireActor } from '@/lib/auth/require-actor';
import { env } from '@/lib/core/env';
import { qrCode } from '@/lib/core/qr-code';
import { localePath } from '@/lib/i18n/locales';
import { getServiceRecord } from '@/lib/training/record-queries';

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireActor();
  const [record, t] = await Promise.all([
    getServiceRecord(actor, (await params).code),
    getTranslations('people.record'),
  ]);
  if (!record) notFound();
  return { title: t(`title.${record.content.kind}`) };
}

export default async function ServiceRecordPage({ params }: Props) {
  const actor = await requireActor();
  const [record, t, locale] = await Promise.all([
    getServiceRecord(actor, (await params).code),
    getTranslations('people.record'),
    getLocale(),
  ]);
  if (!record) notFound();
  const address = `${env().siteUrl}${localePath(locale, '/verify')}`;
  return (
    <>
      <div className="no-print mx-auto max-w-2xl">
        <Notice>{t('hint')}</Notice>
      </div>
      <ServiceSheet
        record={record}
        qr={qrCode(`${env().siteUrl}${verifyPath(locale, record.code)}`)}
        address={address}
      />
    </>
  );
}
