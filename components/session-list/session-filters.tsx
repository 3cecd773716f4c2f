import { useLocale, useTranslations } from 'next-intl';
import { Disclosure } from '@/components/ui/disclosure';
import { ChoiceGroup } from '@/components/ui/field';
import { type FilterField, FilterFields } from '@/components/ui/filter-fields';
import { FilterFrame } from '@/components/ui/filter-form';
import { Notice } from '@/components/ui/notice';
import type { Option, OptionGroup } from '@/components/ui/option-markup';
import {
  CHOICE_COLUMNS,
  type ChoiceGroup as Choices,
  DEFAULT_COLUMNS,
  HELD_CHOICES,
  type ParsedSessionList,
  type SessionChoices,
} from '@/lib/clinic-sessions/list-schema';
import { SESSION_STATES } from '@/lib/clinic-sessions/schema';
import { ALLIANCE_CODES } from '@/lib/core/alliance-codes';
import { inLocale } from '@/lib/i18n/locales';
import { listQueryPath } from './list-paths';

type Props = { asked: ParsedSessionList; choices: SessionChoices };

const PICKS = [
  { name: 'centre', list: 'centres' },
  { name: 'clinic', list: 'clinics' },
  { name: 'expert', list: 'experts' },
  { name: 'trainee', list: 'trainees' },
] as const;
type PickName = (typeof PICKS)[number]['name'];

/** Conditions and columns of the list as an ordinary form: the answer is an address that can be kept. */
export function SessionFilters({ asked, choices }: Props) {
  const t = useTranslations('session-list.filter');
  const locale = useLocale();
  const action = listQueryPath(locale, '');
  const { filter, misread, columns } = asked;
  const { alliance, district, centre, clinic, expert, trainee, late, extra } = filter;
  const more = Boolean(alliance || district || centre || clinic || expert || trainee || late || extra);
  const chosen = columns.join() !== DEFAULT_COLUMNS.join();
  const isSet = chosen || Object.values(filter).some((value) => value !== undefined);
  return (
    <FilterFrame title={t('title')} action={action} clearHref={isSet ? action : null}>
      {misread.length > 0 && (
        <Notice kind="warning">{t('misread', { names: misread.map((name) => t(name)).join(t('comma')) })}</Notice>
      )}
      <MainFields asked={asked} />
      <Disclosure summary={t('more')} open={more}>
        <PlaceFields asked={asked} choices={choices} />
      </Disclosure>
      <ColumnChoice columns={columns} open={chosen} />
    </FilterFrame>
  );
}

function MainFields({ asked: { filter } }: { asked: ParsedSessionList }) {
  const t = useTranslations('session-list.filter');
  const session = useTranslations('sessions');
  const held = (choice: (typeof HELD_CHOICES)[number]) => {
    if (choice === 'held') return session('held.true');
    return choice === 'not_held' ? t('notHeld') : t('notHeldBecause', { reason: session(`notHeldReason.${choice}`) });
  };
  const day = (name: 'from' | 'to') => ({ kind: 'date', name, label: t(name), value: filter[name] }) as const;
  return (
    <>
      <FilterFields
        columns={4}
        fields={[
          {
            kind: 'text',
            name: 'text',
            label: t('text'),
            hint: t('textHint'),
            wide: true,
            maxLength: 60,
            value: filter.text,
          },
          {
            kind: 'select',
            name: 'held',
            label: t('held'),
            wide: true,
            options: HELD_CHOICES.map((choice) => ({ value: choice, label: held(choice) })),
            value: filter.held,
          },
          day('from'),
          day('to'),
        ]}
      />
      <Boxes
        name="state"
        label={t('state')}
        options={SESSION_STATES.map((state) => ({ value: state, label: session(`stateShort.${state}`) }))}
        chosen={filter.state ?? []}
      />
    </>
  );
}

function PlaceFields({ asked: { filter }, choices }: Props) {
  const t = useTranslations('session-list.filter');
  const term = useTranslations('terms');
  const locale = useLocale();
  const select = (
    name: 'district' | 'alliance' | PickName,
    options: readonly (Option | OptionGroup)[],
  ): FilterField => ({ kind: 'select', name, label: t(name), options, value: filter[name] });
  const option = ({ id, name, nameEn }: { id: string; name: string; nameEn: string }): Option => ({
    value: id,
    label: inLocale(locale, name, nameEn),
  });
  const grouped = (groups: Choices[]) =>
    groups.map((group) => ({
      label: inLocale(locale, group.name, group.nameEn),
      options: group.choices.map(option),
    }));
  const lists = PICKS.map(({ name, list }) => ({ name, groups: choices[list] }));
  const isWide = choices.districts.length > 1;
  const alliances = ALLIANCE_CODES.map((code) => ({ value: code, label: term(`allianceFull.${code}`) }));
  return (
    <div className="grid gap-3">
      <FilterFields
        fields={[
          select('alliance', isWide ? alliances : []),
          select('district', isWide ? choices.districts.map(option) : []),
          ...lists.flatMap(({ name, groups }) => (groups === null ? [] : [select(name, grouped(groups))])),
        ]}
      />
      <TooMany names={lists.filter(({ groups }) => groups === null).map(({ name }) => name)} />
      <div className="flex flex-wrap gap-x-10 gap-y-2">
        {(['late', 'extra'] as const).map((name) => (
          <Boxes
            key={name}
            name={name}
            label={t(`${name}Group`)}
            options={[{ value: '1', label: t(name) }]}
            chosen={filter[name] ? ['1'] : []}
          />
        ))}
      </div>
    </div>
  );
}

type BoxesProps = { name: string; label: string; options: readonly Option[]; chosen: readonly string[] };

/** A few short choices in a row. */
function Boxes({ name, label, options, chosen }: BoxesProps) {
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{label}</legend>
      <div className="flex flex-wrap gap-x-6">
        {options.map((option) => (
          <label key={option.value} className="flex min-h-11 cursor-pointer items-center gap-2 py-1 senior:min-h-12">
            <input
              type="checkbox"
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              className="size-6 shrink-0 accent-accent"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Which lists to choose from would be too long to read. */
function TooMany({ names }: { names: readonly PickName[] }) {
  const t = useTranslations('session-list.filter');
  if (names.length === 0) return null;
  return (
    <div>
      <p className="font-medium">{names.map((name) => t(name)).join(t('comma'))}</p>
      <p className="text-sm text-ink-soft">{t('tooMany')}</p>
    </div>
  );
}

function ColumnChoice({ columns, open }: { columns: ParsedSessionList['columns']; open: boolean }) {
  const t = useTranslations('session-list');
  return (
    <Disclosure summary={t('filter.columns')} open={open}>
      <ChoiceGroup
        id="filter-column"
        label={t('filter.column')}
        hint={t('filter.columnHint')}
        type="checkbox"
        name="column"
        columns
        options={CHOICE_COLUMNS.map((column) => ({ value: column, label: t(`column.${column}`) }))}
        selected={columns}
      />
    </Disclosure>
  );
}
