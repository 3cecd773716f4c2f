import { useTranslations } from 'next-intl';
import { Notice } from './notice';

/** A parameter of the address that was not understood and therefore left out. */
export type ParamProblem = { name: string; value: string };

type Props = {
  problems: readonly ParamProblem[];
  /** what each parameter is called on the page */
  labels: Readonly<Record<string, string>>;
};

/** Says which parameters of the address were not understood and left out; nothing when all were. */
export function ParamNotice({ problems, labels }: Props) {
  const t = useTranslations('ui.params');
  if (problems.length === 0) return null;
  return (
    <Notice kind="warning" title={t('title')} announce>
      <ul>
        {problems.map(({ name, value }) => (
          <li key={name}>{t('item', { label: labels[name] ?? name, name, value })}</li>
        ))}
      </ul>
      <p>{t('next')}</p>
    </Notice>
  );
}
