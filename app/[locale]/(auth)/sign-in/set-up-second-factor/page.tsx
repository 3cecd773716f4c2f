import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { SecondFactorSetUp } from '@/components/auth/second-factor-setup.client';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { pathAfterSignIn, wantedPath } from '@/lib/auth/after-sign-in';
import { getOwnAccount } from '@/lib/auth/own-account-queries';
import { requireSignedIn } from '@/lib/auth/require-actor';
import type { RawParameters } from '@/lib/public-directory/page-query';
import { setUpSecondFactor } from './actions';

type Props = { searchParams: Promise<RawParameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.setUp'))('title') };
}

/** Also for those who want a second factor or a new one; after the last step this very page shows the codes. */
export default async function SetUpSecondFactorPage({ searchParams }: Props) {
  const { actor, step, demonstration } = await requireSignedIn();
  const [t, form, codes, locale, raw, account] = await Promise.all([
    getTranslations('auth.setUp'),
    getTranslations('ui.form'),
    getTranslations('auth.codes'),
    getLocale(),
    searchParams,
    getOwnAccount(actor),
  ]);
  if (step !== null && step !== 'enrol_second_factor') redirect(pathAfterSignIn(locale, step, raw.from));
  const lead = step === 'enrol_second_factor' ? t('required') : account.hasSecondFactor ? t('replace') : t('lead');

  return (
    <>
      <PageHeading title={t('title')} />
      {demonstration ? (
        <Notice>{t('shared')}</Notice>
      ) : (
        <SecondFactorSetUp
          action={setUpSecondFactor}
          asksPassword={account.hasSecondFactor}
          next={pathAfterSignIn(locale, null, wantedPath(raw.from))}
          words={{
            lead,
            errorTitle: form('errorTitle'),
            sending: form('sending'),
            password: t('password'),
            begin: t('begin'),
            steps: [t('steps.app'), t('steps.scan'), t('steps.confirm')],
            qr: t('qr'),
            key: t('key'),
            code: t('code'),
            confirm: t('confirm'),
            codes: {
              title: codes('title'),
              text: codes('lead'),
              label: codes('for', { userName: account.userName }),
              next: codes('saved'),
            },
          }}
        />
      )}
    </>
  );
}
