import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DateText } from '@/components/ui/date-text';
import type { GrantSeen } from '@/lib/auth/views-schema';
import { RoleText } from './role-text';

const TONES: Record<GrantSeen['state'], Tone> = {
  requested: 'warning',
  active: 'success',
  ended: 'neutral',
  declined: 'neutral',
};

/** One role with its state, period, who asked and who approved; `children` is what may be done with it. */
export function GrantCard({
  grant,
  heading,
  children,
}: {
  grant: GrantSeen;
  heading?: React.ReactNode;
  children?: React.ReactNode;
}) {
  const t = useTranslations('accounts');
  const { requestedBy, approvedBy, reason, validFrom, validTo, state } = grant;
  return (
    <Card as="li" className="grid gap-2">
      {heading && <p className="font-medium">{heading}</p>}
      <p className="flex flex-wrap items-center gap-2">
        <span className={heading ? undefined : 'font-medium'}>
          <RoleText grant={grant} />
        </span>
        <Badge tone={TONES[state]}>{t(`grantState.${state}`)}</Badge>
      </p>
      <p className="text-sm text-ink-soft">
        {t('admin.grant.from')} <DateText date={validFrom} weekday="none" year />
        {validTo && (
          <>
            {' '}
            {t('admin.grant.until')} <DateText date={validTo} weekday="none" year />
          </>
        )}
        {requestedBy && ` · ${t('admin.grant.requestedBy', { name: requestedBy })}`}
        {approvedBy && ` · ${t('admin.grant.approvedBy', { name: approvedBy })}`}
      </p>
      {reason && <p className="text-sm">{t('admin.grant.reason', { reason })}</p>}
      {children}
    </Card>
  );
}
