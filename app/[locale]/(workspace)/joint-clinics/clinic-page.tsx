import 'server-only';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { DONE } from '@/components/joint-clinics/clinic-paths';
import { Notice } from '@/components/ui/notice';
import type { Option, OptionGroup } from '@/components/ui/option-markup';
import type { Actor } from '@/lib/access/actor';
import { requireActor } from '@/lib/auth/require-actor';
import { inLocale, type Locale } from '@/lib/i18n/locales';
import { getClinic } from '@/lib/joint-clinics/clinic-detail-queries';
import type { ClinicSeen } from '@/lib/joint-clinics/views-schema';

/** The parameters of an address as Next hands them to a page. */
export type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/** The page and its title ask for the same clinic. */
const clinicOf = cache(async (id: string): Promise<{ actor: Actor; clinic: ClinicSeen } | null> => {
  const actor = await requireActor();
  const clinic = await getClinic(actor, id);
  return clinic && { actor, clinic };
});

/** The actor and a clinic of the actor's scope; for everybody else the page is not there. */
export async function requireClinic(params: Promise<{ id: string }>): Promise<{ actor: Actor; clinic: ClinicSeen }> {
  const found = await clinicOf((await params).id);
  if (!found) notFound();
  return found;
}

/** The title of a clinic's page: the page and the clinic. */
export async function clinicTitle(params: Promise<{ id: string }>, page: string, locale: Locale): Promise<string> {
  const [{ clinic }, t] = await Promise.all([requireClinic(params), getTranslations('joint-clinics')]);
  return t('pageOf', { page, clinic: inLocale(locale, clinic.name, clinic.nameEn) });
}

/** What was just done, as the address says. */
export async function DoneNotice({ parameters }: { parameters: Parameters }) {
  const done = DONE.find((one) => one === parameters.done);
  if (!done) return null;
  const t = await getTranslations('joint-clinics.done');
  return (
    <Notice kind="success" announce>
      {t(done)}
    </Notice>
  );
}

type Choice = { id: string; name: string; nameEn: string; group: { name: string; nameEn: string } | null };

/** Choices as options of a select, under their groups where they have one. */
export function optionsOf(locale: Locale, choices: readonly Choice[]): (Option | OptionGroup)[] {
  const plain: Option[] = [];
  const groups = new Map<string, Option[]>();
  for (const { id, name, nameEn, group } of choices) {
    const option = { value: id, label: inLocale(locale, name, nameEn) };
    if (!group) plain.push(option);
    else {
      const label = inLocale(locale, group.name, group.nameEn);
      groups.set(label, [...(groups.get(label) ?? []), option]);
    }
  }
  return [...plain, ...[...groups].map(([label, options]) => ({ label, options }))];
}
