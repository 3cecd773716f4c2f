import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { DateText } from '@/components/ui/date-text';
import { DescriptionList } from '@/components/ui/description-list';
import { inLocale } from '@/lib/i18n/locales';
import type { ServiceContent } from '@/lib/training/record-schema';

/** Everything a service record says, the same on the sheet and for whoever checks its code. */
export function ServiceContentList({ content }: { content: ServiceContent }) {
  const t = useTranslations('people.record');
  const part = useTranslations('sessions.part');
  const title = useTranslations('terms.expertTitle');
  const role = useTranslations('accounts.role');
  const locale = useLocale();
  const format = useFormatter();
  const named = ({ name, nameEn }: { name: string; nameEn: string }) => inLocale(locale, name, nameEn);
  const times = (count: number) => t('times', { count: format.number(count) });
  const counted =
    content.kind === 'trainee'
      ? [
          { key: 'held', term: t('held'), description: times(content.held) },
          { key: 'attended', term: t('attended'), description: times(content.attended) },
          { key: 'signed', term: t('signed'), description: times(content.signed) },
          ...(['observing', 'assisting', 'leading'] as const).map((kind) => ({
            key: kind,
            term: part(kind),
            description: times(content.parts[kind]),
          })),
          {
            key: 'conditions',
            term: t('conditions'),
            description: t('kinds', { count: format.number(content.conditions) }),
          },
        ]
      : [
          { key: 'planned', term: t('planned'), description: times(content.planned) },
          { key: 'came', term: t('came'), description: times(content.came) },
          { key: 'substituted', term: t('substituted'), description: times(content.substituted) },
          { key: 'absent', term: t('absent'), description: times(content.absent) },
          { key: 'notHeld', term: t('notHeld'), description: times(content.notHeld) },
          { key: 'stoodIn', term: t('stoodIn'), description: times(content.stoodIn) },
          {
            key: 'trainees',
            term: t('trainees'),
            description: t('persons', { count: format.number(content.trainees) }),
          },
        ];
  return (
    <DescriptionList
      items={[
        { key: 'name', term: t('name'), description: named(content) },
        { key: 'place', term: t(`place.${content.kind}`), description: named(content.place) },
        ...(content.kind === 'expert'
          ? [{ key: 'title', term: t('expertTitle'), description: title(content.title) }]
          : []),
        {
          key: 'period',
          term: t('period'),
          description: t.rich('between', {
            from: () => <DateText date={content.from} year weekday="none" />,
            to: () => <DateText date={content.to} year weekday="none" />,
          }),
        },
        ...counted,
        {
          key: 'clinics',
          term: t('clinics'),
          description: content.clinics.length === 0 ? t('noClinics') : content.clinics.map(named).join(t('and')),
        },
        {
          key: 'issued',
          term: t('issued'),
          description: t.rich('issuedBy', {
            day: () => <DateText date={content.issuedOn} year weekday="none" />,
            role: role(content.issuedAs),
          }),
        },
      ]}
    />
  );
}
