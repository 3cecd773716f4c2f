import 'server-only';
import { accountPath } from '@/components/accounts/account-paths';
import { monthPath } from '@/components/clinic-sessions/month-words';
import { clinicListPath } from '@/components/joint-clinics/clinic-paths';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import type { SupportSeen } from '@/lib/directory/support-schema';
import { type Locale, localePath } from '@/lib/i18n/locales';

/** Where the one who answers does what is asked; null for everybody else, and where no page does it. */
export function wayToDo(actor: Actor, request: SupportSeen, locale: Locale): string | null {
  const { kind, may, month, askedById, centreId, expertId } = request;
  if (!may.answer) return null;
  switch (kind) {
    case 'clinic_assignment':
      return mayI(actor, 'update', 'JointClinic')
        ? clinicListPath(locale, centreId ? { centre: centreId } : { expert: expertId })
        : null;
    case 'month_reopening':
      return month && mayI(actor, 'update', 'MonthClose') ? localePath(locale, monthPath(month)) : null;
    case 'access_reset':
      return mayI(actor, 'update', 'Account') ? accountPath(locale, askedById) : null;
    case 'other':
      return null;
  }
}
