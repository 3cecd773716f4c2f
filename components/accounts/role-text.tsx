import { useLocale, useTranslations } from 'next-intl';
import type { GrantSeen } from '@/lib/auth/views-schema';
import { inLocale } from '@/lib/i18n/locales';

/** A role with the place or person it is for: 社区卫生服务中心人员 · 枫林街道社区卫生服务中心. */
export function RoleText({ grant: { role, scope } }: { grant: Pick<GrantSeen, 'role' | 'scope'> }) {
  const t = useTranslations('accounts.role');
  const locale = useLocale();
  return scope ? `${t(role)} · ${inLocale(locale, scope.name, scope.nameEn)}` : t(role);
}
