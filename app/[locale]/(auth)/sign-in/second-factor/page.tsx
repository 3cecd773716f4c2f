import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { leave } from '@/app/[locale]/(auth)/sign-in/actions';
import { ActionForm } from '@/components/ui/action-form';
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
  const [t, locale, raw] = await Promise.all([getTranslations('auth.factor'), getLocale(), searchParams]);
  if (step !== 'second_factor') redirect(pathAfterSignIn(locale, step, raw.from));

  return (
    <>
      <PageHeading title={t('title')} lead={t('lead', { name: actor.displayName })} />
      <ActionForm
        narrow
        id="second-factor"
        action={confirmSignIn}
        hidden={{ from: wantedPath(raw.from) ?? '' }}
        fields={[
          {
            name: 'code',
            label: t('code'),
            hint: t('hint'),
            autoComplete: 'one-time-code',
            maxLength: 40,
            verbatim: true,
          },
        ]}
        submit={t('submit')}
      />
      <form action={leave} className="mt-6">
        <Button variant="quiet">{t('cancel')}</Button>
      </form>
    </>
  );
}
