import { useLocale, useTranslations } from 'next-intl';
import { lastDayOf, PeriodText } from '@/components/joint-clinics/period-text';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import type { PersonRole } from '@/lib/training/schema';
import { personPath } from './people-paths';

type Props = { roles: readonly PersonRole[]; current: { kind: 'trainee' | 'expert'; id: string } };

/** The roles of one person over time, leading to the person's page in the other role; nothing without any. */
export function RoleSection({ roles, current }: Props) {
  const t = useTranslations('people.roles');
  const named = useTranslations('accounts.role');
  const locale = useLocale();
  if (roles.length === 0) return null;
  const other = ({ traineeId, expertId }: PersonRole) => {
    if (traineeId && !(current.kind === 'trainee' && current.id === traineeId))
      return personPath(locale, 'trainee', traineeId);
    if (expertId && !(current.kind === 'expert' && current.id === expertId))
      return personPath(locale, 'expert', expertId);
    return null;
  };
  return (
    <Section id="roles" title={t('title')}>
      <ol className="grid gap-3 border-l-2 border-line ps-4">
        {roles.map((role) => {
          const href = other(role);
          return (
            <li key={role.id}>
              <p className="text-sm text-ink-soft">
                <PeriodText from={role.validFrom} last={lastDayOf(role.validTo)} />
              </p>
              <p>
                {href ? (
                  <TextLink href={href} className="inline-flex min-h-11 items-center">
                    {named(role.role)}
                  </TextLink>
                ) : (
                  named(role.role)
                )}
              </p>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
