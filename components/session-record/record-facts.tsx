import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { CONTENT_GROUPS, type ContentGroup, contentLines } from '@/lib/clinic-sessions/content-rules';
import type { RecordSeen } from '@/lib/clinic-sessions/page-schema';
import { ContentTexts } from './content-texts';
import { useContentWords } from './content-words';

const GROUPS = Object.keys(CONTENT_GROUPS) as ContentGroup[];

/** What a record says, in groups; groups and lines that a session not held does not have are left out. */
export function RecordFacts({ record }: { record: RecordSeen }) {
  const t = useTranslations('session-list.record.group');
  const field = useTranslations('sessions.field');
  const { names, plannedExpertId } = record;
  const lines = contentLines(record.content, { names, plannedExpertId, words: useContentWords() });
  const shown = GROUPS.map((group) => ({
    group,
    lines: lines.filter((line) => (CONTENT_GROUPS[group] as readonly string[]).includes(line.field)),
  })).filter((one) => one.lines.length > 0);
  return (
    <div className="grid gap-4 lg:not-senior:grid-cols-2">
      {shown.map(({ group, lines: inGroup }) => (
        <Card key={group} as="section" aria-labelledby={`facts-${group}`} className="border-line">
          <h3 id={`facts-${group}`} className="mb-3 text-lg">
            {t(group)}
          </h3>
          <DescriptionList
            items={inGroup.map((line) => ({
              key: line.field,
              term: field(line.field),
              description: <ContentTexts texts={line.texts} />,
            }))}
          />
        </Card>
      ))}
    </div>
  );
}
