import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { sendNewAccount } from '@/app/[locale]/(workspace)/accounts/actions';
import { type Parameters, requireAdministrator } from '@/app/[locale]/(workspace)/accounts/administration';
import { RoleChoice } from '@/app/[locale]/(workspace)/accounts/role-choice';
import { RoleForm } from '@/app/[locale]/(workspace)/accounts/role-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeading } from '@/components/ui/page-heading';
import { TextLink } from '@/components/ui/text-link';
import { mayI } from '@/lib/access/abilities';
import { rolesToGive } from '@/lib/auth/account-rules';
import { listScopeChoices } from '@/lib/auth/administration-queries';
import { localePath } from '@/lib/i18n/locales';

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.admin.create');
  return { title: t('title') };
}

export default async function NewAccountPage({ searchParams }: Props) {
  const actor = await requireAdministrator();
  if (!mayI(actor, 'create', 'Account')) notFound();
  const [t, locale, { role: asked }] = await Promise.all([
    getTranslations('accounts.admin'),
    getLocale(),
    searchParams,
  ]);
  const roles = rolesToGive(actor.role);
  const role = roles.find((code) => code === asked);
  const choices = role && (await listScopeChoices(actor, role));
  const path = localePath(locale, '/accounts/new');
  return (
    <>
      <Breadcrumbs trail={[{ href: localePath(locale, '/accounts'), label: t('title') }]} current={t('create.title')} />
      <PageHeading title={t('create.title')} lead={t('create.lead')} />
      {role && choices ? (
        <>
          <RoleForm
            name="create"
            action={sendNewAccount}
            role={role}
            choices={choices}
            fields={[
              { name: 'displayName', label: t('field.displayName'), maxLength: 40 },
              { name: 'userName', label: t('field.userName'), hint: t('field.userNameHint'), maxLength: 32 },
              { name: 'phone', kind: 'tel', label: t('field.phone'), hint: t('field.phoneHint'), maxLength: 20 },
            ]}
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
