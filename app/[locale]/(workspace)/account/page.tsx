import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/ui/action-form';
import { ButtonLink } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { SignedInBrowsers } from '@/components/workspace/signed-in-browsers';
import { getOwnAccount, listOwnStaffSessions } from '@/lib/auth/own-account-queries';
import { requireActor } from '@/lib/auth/require-actor';
import { STAFF_PATHS } from '@/lib/auth/staff-paths';
import { type Locale, localePath } from '@/lib/i18n/locales';
import type { RawParameters } from '@/lib/public-directory/page-query';
import { endBrowser, endOtherBrowsers, renewCodes } from './actions';

type Props = { searchParams: Promise<RawParameters> };
type OwnAccount = Awaited<ReturnType<typeof getOwnAccount>>;

const NOTES = ['password', 'ended', 'gone'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspace.account'))('title') };
}

/** A page of the sign-in from which the person comes back here. */
function stepPath(locale: Locale, path: string, note = ''): string {
  return `${localePath(locale, path)}?from=${encodeURIComponent(localePath(locale, `/account${note}`))}`;
}

export default async function AccountPage({ searchParams }: Props) {
  const actor = await requireActor();
  const [t, roles, locale, raw, account, browsers] = await Promise.all([
    getTranslations('workspace.account'),
    getTranslations('accounts.role'),
    getLocale(),
    searchParams,
    getOwnAccount(actor),
    listOwnStaffSessions(actor),
  ]);
  const note = NOTES.find((one) => one === raw.done);
  const facts = [
    { key: 'name', description: account.displayName },
    { key: 'userName', description: account.userName },
    { key: 'phone', description: account.phone && t('facts.phoneEnding', { ending: account.phone.slice(-4) }) },
    { key: 'role', description: roles(actor.role) },
    { key: 'singleSignOn', description: account.hasSingleSignOn ? t('facts.linked') : null },
  ];

  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      {note && (
        <Notice kind={note === 'gone' ? 'info' : 'success'} announce>
          {t(`done.${note}`)}
        </Notice>
      )}
      <DescriptionList items={facts.map((fact) => ({ ...fact, term: t(`facts.${fact.key}`) }))} />
      {account.demonstration ? (
        <Notice>{t('demonstration')}</Notice>
      ) : (
        <>
          <Section id="password" title={t('passwordTitle')}>
            <p className="mb-3">{account.hasPassword ? t('passwordSet') : t('passwordNone')}</p>
            {account.hasPassword && (
              <ButtonLink href={stepPath(locale, STAFF_PATHS.changePassword, '?done=password')}>
                {t('changePassword')}
              </ButtonLink>
            )}
          </Section>
          <SecondFactor account={account} locale={locale} />
        </>
      )}
      <Section id="browsers" title={t('browsersTitle')}>
        <SignedInBrowsers browsers={browsers} endAction={endBrowser} endOthersAction={endOtherBrowsers} />
      </Section>
    </>
  );
}

async function SecondFactor({ account, locale }: { account: OwnAccount; locale: Locale }) {
  const [t, auth] = await Promise.all([getTranslations('workspace.account'), getTranslations('auth.codes')]);
  const setUp = stepPath(locale, STAFF_PATHS.enrolSecondFactor);
  return (
    <Section id="second-factor" title={t('factorTitle')}>
      <p className="mb-3">
        {account.hasSecondFactor ? t('factorOn', { count: account.recoveryCodesLeft }) : t('factorOff')}
      </p>
      <ButtonLink href={setUp}>{account.hasSecondFactor ? t('replace') : t('setUp')}</ButtonLink>
      {account.hasSecondFactor && (
        <div className="mt-6">
          <h3 className="text-lg">{t('renewTitle')}</h3>
          <p className="mb-3 text-ink-soft">{t('renewLead')}</p>
          <ActionForm
            narrow
            id="renew"
            action={renewCodes}
            fields={[
              { name: 'password', label: t('renewPassword'), kind: 'password', autoComplete: 'current-password' },
            ]}
            submit={t('renew')}
            once={{
              title: auth('title'),
              text: auth('lead'),
              label: auth('for', { userName: account.userName }),
              next: auth('saved'),
            }}
          />
        </div>
      )}
    </Section>
  );
}
