import { useTranslations } from 'next-intl';
import { Button, ButtonLink } from '@/components/ui/button';
import { ChoiceGroup, InputField, SelectField } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { ParamNotice } from '@/components/ui/param-notice';
import type { ParsedAuditParameters } from '@/lib/audit/schema';
import { useAuditWords } from './audit-words';

type Props = {
  /** the address of the page, in the language of the page */
  action: string;
  asked: ParsedAuditParameters;
  /** every event and every type of object there is to choose */
  events: readonly string[];
  objectTypes: readonly string[];
};

/** The filters of the audit page as an ordinary form: the answer is an address that can be kept. */
export function AuditFilters({ action, asked, events, objectTypes }: Props) {
  const t = useTranslations('audit.filter');
  const words = useAuditWords();
  const { filter, misread } = asked;
  const isSet = Object.values(filter).some((value) => value !== undefined);
  const text = (name: 'person' | 'object') => (
    <InputField
      id={`filter-${name}`}
      name={name}
      label={t(name)}
      hint={t(`${name}Hint`)}
      maxLength={100}
      defaultValue={filter[name]}
    />
  );
  const day = (name: 'from' | 'to') => (
    <InputField id={`filter-${name}`} name={name} type="date" label={t(name)} defaultValue={filter[name]} />
  );
  return (
    <form
      method="get"
      action={action}
      aria-label={t('title')}
      className="no-print my-5 rounded-xl border border-line bg-surface p-4"
    >
      <ParamNotice
        problems={misread}
        labels={Object.fromEntries(misread.map(({ name }) => [name, t.has(name) ? t(name) : name]))}
      />
      <div className="grid grid-cols-1 items-end gap-3 sm:not-senior:grid-cols-2 lg:not-senior:grid-cols-3">
        {text('person')}
        {text('object')}
        <SelectField
          id="filter-objectType"
          name="objectType"
          label={t('objectType')}
          empty={t('any')}
          options={objectTypes.map((type) => ({ value: type, label: words.objectType(type) }))}
          defaultValue={filter.objectType}
        />
        <SelectField
          id="filter-event"
          name="event"
          label={t('event')}
          empty={t('any')}
          options={events.map((event) => ({ value: event, label: words.eventName(event) }))}
          defaultValue={filter.event}
        />
        {day('from')}
        {day('to')}
      </div>
      <div className="mt-3">
        <ChoiceGroup
          id="filter-changesOnly"
          label={t('show')}
          type="checkbox"
          name="changesOnly"
          options={[{ value: '1', label: t('changesOnly') }]}
          selected={filter.changesOnly ? ['1'] : []}
        />
      </div>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button>
          <Icon name="search" />
          {t('apply')}
        </Button>
        {isSet && <ButtonLink href={action}>{t('clear')}</ButtonLink>}
      </div>
    </form>
  );
}
