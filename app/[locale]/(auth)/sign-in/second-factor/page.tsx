import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { leave } from '@/app/[locale]/(auth)/sign-in/actions';
import { StaffForm } from '@/components/auth/staff-form.client';
import { Button } from '@/components/ui/button';
import { PageHeading } from '@/components/ui/page-heading';
import { pathAfterSignIn, wantedPath } from '@/lib/auth/after-sign-in';
import { requireSignedIn } from '@/lib/auth/require-actor';
import type { RawParameters } from '@/lib/public-directory/page-query';
import { confirmSignIn } from './actions';

type Props = { searchParams: Promise<RawParameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.factor'))('title') };
}

export default async function SecondFactorPage({ searchParams }: Props) {
  const { actor, step } = await requireSignedIn();
  const [t, auth, locale, raw] = await Promise.all([
    getTranslations('auth.factor'),
    getTranslations('auth'),
    getLocale(),
    searchParams,
  ]);
  if (step !== 'second_factor') redirect(pathAfterSignIn(locale, step, raw.from));

  return (
    <>
      <PageHeading title={t('title')} lead={t('lead', { name: actor.displayName })} />
      <StaffForm
        id="second-factor"
        action={confirmSignIn}
        hidden={{ from: wantedPath(raw.from) ?? '' }}
        fields={[{ name: 'code', label: t('code'), hint: t('hint'), autoComplete: 'one-time-code', maxLength: 40 }]}
        words={{ errorTitle: auth('errorTitle'), submit: t('submit'), sending: auth('sending') }}
      />
      <form action={leave} className="mt-6">
        <Button variant="quiet">{t('cancel')}</Button>
      </form>
    </>
  );
}
