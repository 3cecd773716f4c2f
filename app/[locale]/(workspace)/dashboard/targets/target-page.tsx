import { getTranslations } from 'next-intl/server';
import { TARGET_DONE } from '@/components/targets/target-paths';
import { Notice } from '@/components/ui/notice';

// What the pages of targets have in common.

export type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/** Says what was just done, when the address tells. */
export async function TargetDoneNotice({ parameters }: { parameters: Parameters }) {
  const done = TARGET_DONE.find((one) => one === parameters.done);
  if (!done) return null;
  const t = await getTranslations('targets.done');
  return (
    <Notice kind="success" announce>
      {t(done)}
    </Notice>
  );
}
