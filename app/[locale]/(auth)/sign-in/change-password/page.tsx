import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { wantedPath } from '@/lib/auth/after-sign-in';
import { requireSignedIn } from '@/lib/auth/require-actor';
import type { RawParameters } from '@/lib/public-directory/page-query';
import { saveNewPassword } from './actions';

type Props = { searchParams: Promise<RawParameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.password'))('title') };
}

export default async function ChangePasswordPage({ searchParams }: Props) {
  const { step, demonstration } = await requireSignedIn();
  const [t, auth, raw] = await Promise.all([getTranslations('auth.password'), getTranslations('auth'), searchParams]);

  return (
    <>
      <PageHeading title={t('title')} lead={step === 'change_password' ? t('forced') : t('lead')} />
      {demonstration ? (
        <Notice>{auth('setUp.shared')}</Notice>
      ) : (
        <ActionForm
          narrow
          id="change-password"
          action={saveNewPassword}
          hidden={{ from: wantedPath(raw.from) ?? '' }}
          fields={[
            { name: 'current', label: t('current'), kind: 'password', autoComplete: 'current-password' },
            { name: 'password', label: t('next'), hint: t('hint'), kind: 'password', autoComplete: 'new-password' },
            { name: 'again', label: t('again'), kind: 'password', autoComplete: 'new-password' },
          ]}
          submit={t('submit')}
        />
      )}
    </>
  );
}
