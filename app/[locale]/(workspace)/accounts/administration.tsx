import 'server-only';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { ListTab } from '@/components/accounts/account-tabs';
import { Notice } from '@/components/ui/notice';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { requireActor } from '@/lib/auth/require-actor';

/** The parameters of an address as Next hands them to a page. */
export type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/** The actor, when accounts of others are the actor's to see; for everybody else these pages are not there. */
export async function requireAdministrator(): Promise<Actor> {
  const actor = await requireActor();
  if (!mayI(actor, 'export', 'Account')) notFound();
  return actor;
}

/** The lists an actor may use. */
export function listTabsOf(actor: Actor): readonly ListTab[] {
  const changes = mayI(actor, 'create', 'Account');
  return [
    'all',
    ...(mayI(actor, 'approve', 'RoleGrant') ? (['requests'] as const) : []),
    ...(changes ? (['recertify'] as const) : []),
    'left',
  ];
}

/** What an address may say was done. */
const DONE = [
  'changed',
  'suspended',
  'resumed',
  'left',
  'unlocked',
  'singleSignOn',
  'given',
  'waiting',
  'rescoped',
  'handedOver',
  'ended',
  'approved',
  'declined',
  'recertified',
] as const;
export type Done = (typeof DONE)[number];

/** What was just done, or why not, as the address says. */
export async function DoneNotice({ parameters }: { parameters: Parameters }) {
  const t = await getTranslations('accounts.admin');
  if (parameters.problem === 'stale')
    return (
      <Notice kind="warning" announce>
        {t('stale')}
      </Notice>
    );
  const done = DONE.find((one) => one === parameters.done);
  if (!done) return null;
  return (
    <Notice kind="success" announce>
      {t(`done.${done}`)}
    </Notice>
  );
}
