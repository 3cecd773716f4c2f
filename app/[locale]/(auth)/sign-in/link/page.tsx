import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/ui/action-form';
import { ButtonLink } from '@/components/ui/button';
import { PageHeading } from '@/components/ui/page-heading';
import { getOneTimeLink } from '@/lib/auth/own-account-queries';
import { STAFF_PATHS } from '@/lib/auth/staff-paths';
import { localePath } from '@/lib/i18n/locales';
import type { RawParameters } from '@/lib/public-directory/page-query';
import { choosePassword, takeOffSecondFactor } from './actions';

type Props = { searchParams: Promise<RawParameters> };

export async function generateMetadata(): Promise<Metadata> {
  // the address is a secret while the link is good; without any referrer, browsers hide whose form it is
  return { title: (await getTranslations('auth.signIn'))('title'), referrer: 'same-origin' };
}

/** Looking at the page spends nothing: programs that preview links would use them up. */
export default async function OneTimeLinkPage({ searchParams }: Props) {
  const [t, auth, locale, raw] = await Promise.all([
    getTranslations('auth.link'),
    getTranslations('auth'),
    getLocale(),
    searchParams,
  ]);
  const token = typeof raw.token === 'string' && raw.token.length <= 200 ? raw.token : '';
  const link = token ? await getOneTimeLink(token) : null;
  if (!link)
    return (
      <>
        <PageHeading title={t('title.void')} lead={t('void')} />
        <ButtonLink href={localePath(locale, STAFF_PATHS.signIn)}>{t('toSignIn')}</ButtonLink>
      </>
    );

  const { purpose, displayName, userName } = link;
  return (
    <>
      <PageHeading title={t(`title.${purpose}`)} lead={t('account', { displayName, userName })} />
      {purpose === 'second_factor' ? (
        <>
          <p className="mb-6 max-w-prose">{t('factorLead')}</p>
          <ActionForm
            narrow
            id="link"
            action={takeOffSecondFactor}
            hidden={{ token }}
            fields={[{ name: 'password', label: t('password'), kind: 'password', autoComplete: 'current-password' }]}
            submit={t('submitFactor')}
          />
        </>
      ) : (
        <ActionForm
          narrow
          id="link"
          action={choosePassword}
          hidden={{ token }}
          fields={[
            {
              name: 'password',
              label: auth('password.next'),
              hint: auth('password.hint'),
              kind: 'password',
              autoComplete: 'new-password',
            },
            { name: 'again', label: auth('password.again'), kind: 'password', autoComplete: 'new-password' },
          ]}
          submit={t('submitPassword')}
        />
      )}
    </>
  );
}
