import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { sendRole } from '@/app/[locale]/(workspace)/accounts/actions';
import { type Parameters, requireAdministrator } from '@/app/[locale]/(workspace)/accounts/administration';
import { formWords } from '@/app/[locale]/(workspace)/accounts/form-words';
import { RoleChoice } from '@/app/[locale]/(workspace)/accounts/role-choice';
import { RoleForm } from '@/app/[locale]/(workspace)/accounts/role-form';
import { accountPath } from '@/components/accounts/account-paths';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeading } from '@/components/ui/page-heading';
import { TextLink } from '@/components/ui/text-link';
import { getAccount } from '@/lib/auth/account-queries';
import { rolesToGive } from '@/lib/auth/account-rules';
import { listScopeChoices } from '@/lib/auth/administration-queries';
import { localePath } from '@/lib/i18n/locales';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.admin.grant');
  return { title: t('give') };
}

export default async function GiveRolePage({ params, searchParams }: Props) {
  const actor = await requireAdministrator();
  const [{ id }, { role: asked }] = await Promise.all([params, searchParams]);
  const account = await getAccount(actor, id);
  if (!account?.mayChange || account.status === 'left') notFound();
  const [t, locale, words] = await Promise.all([getTranslations('accounts.admin'), getLocale(), formWords()]);
  const roles = rolesToGive(actor.role);
  const role = roles.find((code) => code === asked);
  const choices = role && (await listScopeChoices(actor, role));
  const path = accountPath(locale, id, '/roles/new');
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: localePath(locale, '/accounts'), label: t('title') },
          { href: accountPath(locale, id), label: account.displayName },
        ]}
        current={t('grant.give')}
      />
      <PageHeading title={t('create.giveTitle', { name: account.displayName })} />
      {role && choices ? (
        <>
          <RoleForm
            name="give"
            action={sendRole}
            role={role}
            choices={choices}
            hidden={{ accountId: id }}
            fields={[words.reason]}
          />
          <p className="mt-6">
            <TextLink href={path}>{t('create.otherRole')}</TextLink>
          </p>
        </>
      ) : (
        <RoleChoice path={path} roles={roles} />
      )}
    </>
  );
}
