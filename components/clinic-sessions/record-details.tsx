import { useTranslations } from 'next-intl';
import { InstantText } from '@/components/ui/date-text';
import { DescriptionList } from '@/components/ui/description-list';
import type { RecordListed } from '@/lib/clinic-sessions/review-schema';
import { useRecordWords } from './record-words';

/** Everything a record says, beyond what its line does. */
export function RecordDetails({ record }: { record: RecordListed }) {
  const t = useTranslations('review.record');
  const field = useTranslations('sessions.field');
  const session = useTranslations('sessions');
  const { named } = useRecordWords();
  const list = (texts: readonly string[]) => (texts.length > 0 ? texts.join(' · ') : t('none'));
  const counts = ['prescriptions', 'preparations', 'referralsUp', 'referralsDown', 'teachingCases'] as const;
  const held = [
    {
      key: 'conditions',
      term: field('conditions'),
      description: list(record.conditions.map((one) => t('times', { name: named(one), count: one.visits }))),
    },
    {
      key: 'techniques',
      term: field('techniques'),
      description: list(record.techniques.map((one) => t('times', { name: named(one), count: one.count }))),
    },
    ...counts.map((key) => ({ key, term: field(key), description: record[key] })),
    {
      key: 'trainees',
      term: field('trainees'),
      description:
        record.trainees.length === 0 ? (
          t('noTrainees')
        ) : (
          <ul>
            {record.trainees.map((one) => (
              <li key={one.name}>
                {named(one)} · {session(`part.${one.part}`)} · {t(one.signed ? 'signed' : 'unsigned')}
              </li>
            ))}
          </ul>
        ),
    },
  ];
  return (
    <DescriptionList
      items={[
        ...(record.held ? held : []),
        { key: 'note', term: field('note'), description: record.note },
        { key: 'explanation', term: field('explanation'), description: record.explanation },
        { key: 'submittedBy', term: field('submittedBy'), description: record.submittedByName },
        { key: 'submittedAt', term: field('submittedAt'), description: <InstantText at={record.submittedAt} /> },
      ]}
    />
  );
}
