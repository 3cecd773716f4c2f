import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { leftAccount } from '@/app/[locale]/left-account';
import { DemonstrationAccounts } from '@/components/auth/demonstration-accounts';
import { ForgetAccount } from '@/components/logging/forget-account.client';
import { ActionForm } from '@/components/ui/action-form';
import { Button, ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { pathAfterSignIn, SIGN_IN_NOTES, SIGN_ON_REFUSALS, wantedPath } from '@/lib/auth/after-sign-in';
import { listDemonstrationAccounts } from '@/lib/auth/own-account-queries';
import { currentSignedIn } from '@/lib/auth/require-actor';
import { env } from '@/lib/core/env';
import type { RawParameters } from '@/lib/public-directory/page-query';
import { signInByPassword, signInBySingleSignOn, signInForDemonstration } from './actions';

type Props = { searchParams: Promise<RawParameters> };

const HELP = ['password', 'locked', 'factor', 'account'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.signIn'))('title') };
}

export default async function SignInPage({ searchParams }: Props) {
  const [t, auth, problem, locale, raw, signedIn, demonstration, left] = await Promise.all([
    getTranslations('auth.signIn'),
    getTranslations('auth'),
    getTranslations('accounts.problem'),
    getLocale(),
    searchParams,
    currentSignedIn(),
    listDemonstrationAccounts(),
    leftAccount(),
  ]);
  const from = wantedPath(raw.from) ?? '';
  const refusal = SIGN_ON_REFUSALS.find((one) => one === raw.error);
  const note = SIGN_IN_NOTES.find((one) => one === raw.done);

  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      {left !== null && <ForgetAccount accountId={left} />}
      {note && (
        <Notice kind="success" announce>
          {auth(`done.${note}`)}
        </Notice>
      )}
      {raw.error !== undefined && (
        <Notice kind="warning" announce>
          {refusal ? problem(refusal) : t('failed')}
        </Notice>
      )}
      {signedIn && (
        <Notice>
          <p>{t('already', { name: signedIn.actor.displayName })}</p>
          <p className="mt-2">
            <ButtonLink href={pathAfterSignIn(locale, signedIn.step, from)}>{t('goOn')}</ButtonLink>
          </p>
        </Notice>
      )}
      <ActionForm
        narrow
        id="sign-in"
        action={signInByPassword}
        hidden={{ from }}
        fields={[
          { name: 'name', label: t('name'), autoComplete: 'username', maxLength: 100, verbatim: true },
          { name: 'password', label: t('password'), kind: 'password', autoComplete: 'current-password' },
        ]}
        submit={t('submit')}
      />
      {env().singleSignOn && (
        <form action={signInBySingleSignOn} className="mt-6 max-w-md border-t border-line pt-6">
          <input type="hidden" name="from" value={from} />
          <Button variant="secondary">{t('singleSignOn')}</Button>
        </form>
      )}
      <DemonstrationAccounts accounts={demonstration} from={from} action={signInForDemonstration} />
      <Section id="help" title={t('helpTitle')}>
        <ul className="grid max-w-prose list-disc gap-2 ps-5">
          {HELP.map((key) => (
            <li key={key}>{t(`help.${key}`)}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}
