import { notFound, redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { DEFAULT_PERIOD, unitPath } from '@/components/dashboard/unit-path';
import { requireActor } from '@/lib/auth/require-actor';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { askedPeriod } from '@/lib/indicators/period-rules';
import { CITY_CODE } from '@/lib/indicators/schema';
import { ownUnit } from '@/lib/indicators/unit-queries';

/** Leads everyone to the widest dashboard of their own. */
export default async function DashboardPage() {
  const actor = await requireActor();
  const unit = ownUnit(actor);
  if (!unit) notFound();
  const { period } = askedPeriod({}, DEFAULT_PERIOD, dateInShanghai(now()));
  redirect(unitPath(await getLocale(), unit.level === 'city' ? { ...unit, code: CITY_CODE } : unit, period));
}
