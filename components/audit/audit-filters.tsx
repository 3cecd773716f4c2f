import { useTranslations } from 'next-intl';
import { FilterForm } from '@/components/ui/filter-form';
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

/** The filters of the audit page. */
export function AuditFilters({ action, asked, events, objectTypes }: Props) {
  const t = useTranslations('audit.filter');
  const words = useAuditWords();
  const { filter, misread } = asked;
  const text = (name: 'person' | 'object') =>
    ({ kind: 'text', name, label: t(name), hint: t(`${name}Hint`), maxLength: 100, value: filter[name] }) as const;
  const day = (name: 'from' | 'to') => ({ kind: 'date', name, label: t(name), value: filter[name] }) as const;
  return (
    <FilterForm
      title={t('title')}
      action={action}
      notice={
        <ParamNotice
          problems={misread}
          labels={Object.fromEntries(misread.map(({ name }) => [name, t.has(name) ? t(name) : name]))}
        />
      }
      // other conditions than these come from links of other pages, and are cleared here too
      clearHref={Object.values(filter).some((value) => value !== undefined) ? action : null}
      fields={[
        text('person'),
        text('object'),
        {
          kind: 'select',
          name: 'objectType',
          label: t('objectType'),
          options: objectTypes.map((type) => ({ value: type, label: words.objectType(type) })),
          value: filter.objectType,
        },
        {
          kind: 'select',
          name: 'event',
          label: t('event'),
          options: events.map((event) => ({ value: event, label: words.eventName(event) })),
          value: filter.event,
        },
        day('from'),
        day('to'),
        { kind: 'check', name: 'changesOnly', label: t('changesOnly'), checked: Boolean(filter.changesOnly) },
      ]}
    />
  );
}
