import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { FormField } from '@/components/ui/form-field';
import { AS_NEW, type ImportRowView, OPEN_CHOICE } from '@/lib/registry/schema';

const PREFIX = 'choice-';

/** One question for each row that may mean an entry. */
export async function choiceFields(rows: readonly ImportRowView[]): Promise<FormField[]> {
  const t = await getTranslations('registry');
  return rows.map(({ line, label, candidates, chosen }) => ({
    kind: 'radios',
    name: `${PREFIX}${line}`,
    label: t('import.question', { line, label }),
    options: [
      ...candidates.map(({ id, label: name, reasons, metres }) => ({
        value: id,
        label: [
          t('import.isSame', { label: name, id }),
          ...reasons.map((reason) => t(`reason.${reason}`)),
          ...(metres === null ? [] : [t('import.metres', { metres })]),
        ].join(' · '),
      })),
      { value: AS_NEW, label: t('import.isNew') },
      { value: OPEN_CHOICE, label: t('import.isOpen') },
    ],
    chosen: [chosen ?? OPEN_CHOICE],
  }));
}

/** What was chosen, by the row's number. */
export function choicesIn(form: FormData): Record<string, string> {
  const choices: Record<string, string> = {};
  for (const [name, value] of form)
    if (name.startsWith(PREFIX) && typeof value === 'string') choices[name.slice(PREFIX.length)] = value;
  return choices;
}
