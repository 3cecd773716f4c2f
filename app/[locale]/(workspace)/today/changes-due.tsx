import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import { changePagePath, changesPath } from '@/components/registry/change-paths';
import { CellNames } from '@/components/registry/change-table';
import { InstantText } from '@/components/ui/date-text';
import type { DueGroup } from '@/components/workspace/due-list';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { inLocale, localePath } from '@/lib/i18n/locales';
import { listWaitingChanges } from '@/lib/registry/changes/change-queries';

const SHOWN = 3;

/** Changes of profiles that wait for the actor: to be decided by a district, to be put right by a centre. */
export async function changesDue(actor: Actor): Promise<DueGroup | null> {
  if (!mayI(actor, 'approve', 'ChangeRequest') && !mayI(actor, 'update', 'ChangeRequest')) return null;
  const { count, changes, state } = await listWaitingChanges(actor, SHOWN);
  if (count === 0) return null;
  const [t, kinds, locale] = await Promise.all([
    getTranslations('changes.due'),
    getTranslations('changes.kind'),
    getLocale(),
  ]);
  return {
    key: 'changes',
    when: 'open',
    title: t(state === 'returned' ? 'returned' : 'proposed'),
    count,
    href: changesPath(locale, { state }),
    rows: changes.map(({ id, facility, kind, keys, changedAt }) => ({
      key: id,
      href: localePath(locale, changePagePath(id)),
      title: inLocale(locale, facility.name, facility.nameEn),
      detail: (
        <>
          {kind === 'profile' ? <CellNames keys={keys} /> : kinds(kind)} · <InstantText at={changedAt} />
        </>
      ),
    })),
  };
}
