import { useLocale, useTranslations } from 'next-intl';
import { Button, ButtonLink } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { ChoiceGroup, InputField, SelectField } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
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
type PickName = 'centre' | 'clinic' | 'expert' | 'trainee';

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
    <form
      method="get"
      action={action}
      aria-label={t('title')}
      className="no-print my-5 grid gap-4 rounded-xl border border-line bg-surface p-4"
    >
      {misread.length > 0 && (
        <Notice kind="warning">{t('misread', { names: misread.map((name) => t(name)).join(t('comma')) })}</Notice>
      )}
      <MainFields asked={asked} />
      <Disclosure summary={t('more')} open={more}>
        <PlaceFields asked={asked} choices={choices} />
      </Disclosure>
      <ColumnChoice columns={columns} open={chosen} />
      <div className="flex flex-wrap gap-3">
        <Button>
          <Icon name="search" />
          {t('apply')}
        </Button>
        {isSet && <ButtonLink href={action}>{t('clear')}</ButtonLink>}
      </div>
    </form>
  );
}

function MainFields({ asked: { filter } }: { asked: ParsedSessionList }) {
  const t = useTranslations('session-list.filter');
  const session = useTranslations('sessions');
  const held = (choice: (typeof HELD_CHOICES)[number]) => {
    if (choice === 'held') return session('held.true');
    return choice === 'not_held' ? t('notHeld') : t('notHeldBecause', { reason: session(`notHeldReason.${choice}`) });
  };
  const day = (name: 'from' | 'to') => (
    <InputField id={`filter-${name}`} name={name} type="date" label={t(name)} defaultValue={filter[name]} />
  );
  return (
    <>
      <div className="grid grid-cols-1 items-end gap-3 min-[24rem]:not-senior:grid-cols-2 lg:not-senior:grid-cols-4">
        <div className="col-span-full lg:col-span-1">
          <InputField
            id="filter-text"
            name="text"
            label={t('text')}
            hint={t('textHint')}
            maxLength={60}
            defaultValue={filter.text}
          />
        </div>
        <div className="col-span-full lg:col-span-1">
          <SelectField
            id="filter-held"
            name="held"
            label={t('held')}
            empty={t('any')}
            options={HELD_CHOICES.map((choice) => ({ value: choice, label: held(choice) }))}
            defaultValue={filter.held}
          />
        </div>
        {day('from')}
        {day('to')}
      </div>
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
  const select = (name: 'district' | 'alliance' | PickName, options: readonly (Option | OptionGroup)[]) => (
    <SelectField
      id={`filter-${name}`}
      name={name}
      label={t(name)}
      empty={t('any')}
      options={options}
      defaultValue={filter[name]}
    />
  );
  const option = ({ id, name, nameEn }: { id: string; name: string; nameEn: string }): Option => ({
    value: id,
    label: inLocale(locale, name, nameEn),
  });
  const grouped = (name: PickName, groups: Choices[] | null) => {
    if (groups === null) return <TooMany name={name} />;
    const options = groups.map((group) => ({
      label: inLocale(locale, group.name, group.nameEn),
      options: group.choices.map(option),
    }));
    return select(name, options);
  };
  return (
    <div className="grid gap-3">
      <div className="grid grid-cols-1 items-end gap-3 sm:not-senior:grid-cols-2 lg:not-senior:grid-cols-3">
        {choices.districts.length > 1 && (
          <>
            {select(
              'alliance',
              ALLIANCE_CODES.map((code) => ({ value: code, label: term(`allianceFull.${code}`) })),
            )}
            {select('district', choices.districts.map(option))}
          </>
        )}
        {grouped('centre', choices.centres)}
        {grouped('clinic', choices.clinics)}
        {grouped('expert', choices.experts)}
        {grouped('trainee', choices.trainees)}
      </div>
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

/** Where a list to choose from would be too long to read. */
function TooMany({ name }: { name: PickName }) {
  const t = useTranslations('session-list.filter');
  return (
    <div>
      <p className="font-medium">{t(name)}</p>
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
