import 'server-only';
import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import type { AddressParameters } from '@/lib/clinic-sessions/list-schema';
import type { SavedViewListed } from '@/lib/clinic-sessions/saved-view-schema';

const DONE = ['saved', 'replaced', 'renamed', 'removed'] as const;

/** What was just done with a view, as the address says; one that was kept is named. */
export async function ViewDone({
  parameters,
  views,
}: {
  parameters: AddressParameters;
  views: readonly SavedViewListed[];
}) {
  const done = DONE.find((one) => one === parameters.done);
  if (!done) return null;
  const t = await getTranslations('session-list.view.done');
  return (
    <Notice kind="success" title={views.find(({ id }) => id === parameters.view)?.name} announce>
      {t(done)}
    </Notice>
  );
}
