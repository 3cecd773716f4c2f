import { useLocale, useTranslations } from 'next-intl';
import { traineeField } from '@/components/logging/session-values';
import { COUNT_INPUT } from '@/components/logging/visit-counts';
import { type Option, type OptionGroup, optionMarkup } from '@/components/ui/option-markup';
import type { SessionForm } from '@/lib/clinic-sessions/form-schema';
import { NOT_HELD_REASONS, TEXT_LIMIT, TRAINEE_PARTS } from '@/lib/clinic-sessions/schema';
import { inLocale } from '@/lib/i18n/locales';
import { ROW_COUNTS, sentName } from './row-values';
import type { RowState } from './week-state';

/** Where a cell stands, for the keys that lead from cell to cell. */
export const CELL = 'data-cell';

const CONTROL =
  'block min-h-11 w-full rounded-md border bg-surface px-2 py-1 text-base text-ink disabled:opacity-60 senior:min-h-12';

type CellProps = {
  /** the number of the row and of the column */
  at: readonly [row: number, column: number];
  name: string;
  /** the field and the session, for whoever does not see the heads of row and column */
  label: string;
  state: RowState;
  errorId: string;
};

function controlOf({ at: [row, column], name, label, state, errorId }: CellProps) {
  const wrong = state.problems.some(({ field }) => field === name);
  return {
    id: cellId(row, name),
    name: sentName(row, name),
    [CELL]: `${row} ${column}`,
    'aria-label': label,
    'aria-invalid': wrong || undefined,
    'aria-describedby': wrong ? errorId : undefined,
    className: `${CONTROL} ${wrong ? 'border-2 border-danger' : 'border-line-strong'}`,
  };
}

/** The id of a cell on the page. */
export const cellId = (row: number, name: string) => `week-${row}-${name}`;

function SelectCell({ options, ...cell }: CellProps & { options: readonly (Option | OptionGroup)[] }) {
  const markup = optionMarkup(options, cell.state.row[cell.name] ?? '');
  const { className, ...control } = controlOf(cell);
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: optionMarkup escapes every text
    <select {...control} className={`${className} min-w-28`} dangerouslySetInnerHTML={{ __html: markup }} />
  );
}

function TextCell({ numeric, ...cell }: CellProps & { numeric?: boolean }) {
  const plain = numeric ? COUNT_INPUT : { maxLength: TEXT_LIMIT, autoComplete: 'off' };
  const { className, ...control } = controlOf(cell);
  return (
    <input
      {...control}
      {...plain}
      className={`${className} ${numeric ? 'min-w-14 text-right' : 'min-w-32'}`}
      defaultValue={cell.state.row[cell.name] ?? ''}
    />
  );
}

type Props = { row: number; form: SessionForm; named: (field: string) => string; state: RowState; errorId: string };

/** The cells of a row that take something, in the order of the heads. */
export function WeekCells({ row, form, named, state, errorId }: Props) {
  const t = useTranslations('logging');
  const reasons = useTranslations('sessions.notHeldReason');
  const fields = useTranslations('sessions.field');
  const parts = useTranslations('sessions.part');
  const locale = useLocale();
  const name = (one: { name: string; nameEn: string }) => inLocale(locale, one.name, one.nameEn);
  const cell = (column: number, field: string, label: string): CellProps => ({
    at: [row, column],
    name: field,
    label: named(label),
    state,
    errorId,
  });
  const held = [
    { value: 'yes', label: t('week.heldYes') },
    {
      label: t('held.no'),
      options: NOT_HELD_REASONS.map((reason) => ({ value: reason, label: reasons(reason) })),
    },
  ];
  const experts = [
    form.plannedExpert
      ? { value: 'planned', label: name(form.plannedExpert) }
      : { value: '', label: t('expert.ofNobody') },
    { value: 'absent', label: t('plan.expert.absent') },
    {
      label: t('expert.substitute'),
      options: form.substitutes.map((one) => ({ value: one.id, label: name(one) })),
    },
  ];
  const partChoices = [
    { value: '', label: t('trainees.away') },
    ...TRAINEE_PARTS.map((part) => ({ value: part, label: parts(part) })),
  ];
  const [asked, more] = [ROW_COUNTS.slice(0, 2), ROW_COUNTS.slice(2)];
  const cellOf = (control: React.ReactNode, key: string) => (
    <td key={key} className="px-1 py-2 align-top">
      {control}
    </td>
  );
  return (
    <>
      {cellOf(<SelectCell {...cell(0, 'held', t('week.held'))} options={held} />, 'held')}
      {asked.map((field, index) => cellOf(<TextCell {...cell(1 + index, field, fields(field))} numeric />, field))}
      {cellOf(<SelectCell {...cell(3, 'expert', t('week.expert'))} options={experts} />, 'expert')}
      {cellOf(
        <div className="grid gap-1">
          {form.trainees.map((trainee) => (
            <div key={trainee.id} className="min-w-28">
              <span aria-hidden="true" className="block text-xs text-ink-soft">
                {name(trainee)}
              </span>
              <SelectCell
                {...cell(4, traineeField(trainee.id), `${t('week.trainees')} ${name(trainee)}`)}
                options={partChoices}
              />
            </div>
          ))}
          {form.trainees.length === 0 && <span className="text-sm text-ink-soft">{t('conflict.nothing')}</span>}
        </div>,
        'trainees',
      )}
      {more.map((field, index) => cellOf(<TextCell {...cell(5 + index, field, fields(field))} numeric />, field))}
      {cellOf(<TextCell {...cell(9, 'text', t('week.explanation'))} />, 'text')}
    </>
  );
}
