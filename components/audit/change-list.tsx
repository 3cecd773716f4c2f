import { useTranslations } from 'next-intl';
import type { FieldChange } from '@/lib/audit/schema';
import { useAuditWords } from './audit-words';

/** What a change altered, field by field, as sentences: from what to what. */
export function ChangeList({ changes }: { changes: readonly FieldChange[] }) {
  const t = useTranslations('audit.change');
  const words = useAuditWords();
  return (
    <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[max-content_1fr]">
      {changes.map(({ field, before, after }) => {
        const from = before === null ? '' : words.value(field, before);
        const to = after === null ? '' : words.value(field, after);
        const kind = before === null ? 'added' : after === null ? 'removed' : 'both';
        return (
          <div key={field} className="contents">
            <dt className="text-ink-soft">{words.field(field)}</dt>
            <dd className="break-words">{t(kind, { before: from, after: to })}</dd>
          </div>
        );
      })}
    </dl>
  );
}
