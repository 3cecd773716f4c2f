import { useTranslations } from 'next-intl';
import { SENIOR_FIELDS } from './senior-mode';

type Props = { on: boolean; currentPath: string; action: (form: FormData) => Promise<void> };

/** Switches senior mode and comes back to the same page; an ordinary form, so it needs no scripts. */
export function SeniorSwitch({ on, currentPath, action }: Props) {
  const t = useTranslations('layout.senior');
  return (
    <form action={action}>
      <input type="hidden" name={SENIOR_FIELDS.on} value={on ? '0' : '1'} />
      <input type="hidden" name={SENIOR_FIELDS.returnTo} value={currentPath} />
      <button
        type="submit"
        className="inline-flex min-h-11 cursor-pointer items-center rounded-lg border border-line-strong bg-surface px-3 py-1 text-sm hover:border-accent hover:text-accent senior:min-h-12 senior:text-base"
      >
        {on ? t('leave') : t('enter')}
      </button>
    </form>
  );
}
