import 'server-only';
import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import type { AddressParameters } from '@/lib/clinic-sessions/list-schema';

const DONE = ['saved', 'renamed', 'removed'] as const;

/** What was just done with a view, as the address says. */
export async function ViewDone({ parameters }: { parameters: AddressParameters }) {
  const done = DONE.find((one) => one === parameters.done);
  if (!done) return null;
  const t = await getTranslations('session-list.view.done');
  return (
    <Notice kind="success" announce>
      {t(done)}
    </Notice>
  );
}
