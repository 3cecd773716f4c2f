import 'server-only';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { err, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import type { FileLanguage } from '@/lib/i18n/file-language';
import { inLocale } from '@/lib/i18n/locales';
import { isDemonstration } from '@/lib/indicators/demonstration';
import type { MonitorFilter, MonitorRequest } from '@/lib/monitor/filter-schema';
import { listFollowUps } from '@/lib/monitor/follow-up-queries';
import type { FollowUpList } from '@/lib/monitor/follow-up-schema';
import { getWholeMonitor } from '@/lib/monitor/queries';
import { type Fact, meaningsTable, originFacts } from './about-rules';
import { followUpTables, monitorTables } from './monitor-tables-rules';
import type { ExportFormat, MadeFile } from './schema';
import { tableFile } from './table-file';

const makerOf = (actor: Actor) => ({ name: actor.displayName, role: actor.role, at: now() });

/**
 * The clinics that the monitor shows under a filter as a file, all of them, with their reasons and numbers.
 * @returns NOT_FOUND for roles that take no figures out; UNAVAILABLE without the database
 */
export async function exportMonitor(
  actor: Actor,
  { format, ...request }: Pick<MonitorRequest, 'date' | 'filter'> & { format: ExportFormat },
  language: FileLanguage,
): Promise<Result<MadeFile>> {
  const monitor = mayI(actor, 'export', 'ActivityMonth') ? await getWholeMonitor(actor, request) : null;
  if (!monitor) return err({ code: 'NOT_FOUND' });
  const t = language.text;
  const { date, from, knownAt } = monitor;
  const { tables, meanings } = monitorTables(monitor, language);
  const file = {
    trail: { label: 'Monitor', after: { date, filter: chosen(request.filter) } },
    names: { fileName: `${t('monitor.name')}-${date}`, plainName: `monitor-${date}` },
    tables,
    definitions: meaningsTable(meanings, language),
    facts: [
      [t('exports.about.table'), t('monitor.title')],
      [t('exports.about.period'), t('exports.about.days', { from, to: date })],
      [t('exports.about.filters'), await filterText(request.filter, language)],
      [t('exports.about.knownAt'), language.instant(knownAt)],
      ...originFacts(await isDemonstration(), makerOf(actor), language),
    ] satisfies Fact[],
  };
  return await tableFile(actor, file, format, language);
}

/** What was chosen of a filter; the trail knows no values that are not there. */
const chosen = (filter: MonitorFilter) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));

async function filterText(
  { state, district, alliance, text, check }: MonitorFilter,
  { text: t, locale }: FileLanguage,
): Promise<string> {
  const place = district ? await db().district.findUnique({ where: { code: district } }) : null;
  const parts = [
    state && [t('monitor.filter.state'), t(`monitor.state.${state}`)],
    alliance && [t('monitor.filter.alliance'), t(`terms.alliance.${alliance}`)],
    district && [t('monitor.filter.district'), place ? inLocale(locale, place.name, place.nameEn) : district],
    text && [t('monitor.filter.text'), text],
    check && [t('monitor.filter.check'), t('exports.about.yes')],
  ].filter((part) => Array.isArray(part));
  if (parts.length === 0) return t('exports.about.everything');
  return parts
    .map(([label = '', value = '']) => t('exports.about.filter', { label, value }))
    .join(t('exports.about.and'));
}

/**
 * One of the lists of follow-ups as a file.
 * @returns NOT_FOUND for roles that take no figures out or see no follow-ups; UNAVAILABLE without the database
 */
export async function exportFollowUps(
  actor: Actor,
  { list, format }: { list: FollowUpList; format: ExportFormat },
  language: FileLanguage,
): Promise<Result<MadeFile>> {
  if (!mayI(actor, 'export', 'ActivityMonth') || !mayI(actor, 'read', 'FollowUp')) return err({ code: 'NOT_FOUND' });
  const { tables, meanings } = followUpTables(await listFollowUps(actor, list), language);
  const t = language.text;
  const [today, shown] = [dateInShanghai(now()), t(`monitor.followUp.list.${list}`)];
  const file = {
    trail: { label: 'FollowUps', after: { list } },
    names: {
      fileName: [t('monitor.followUp.name'), shown, today].join('-'),
      plainName: `follow-ups-${list}-${today}`,
    },
    tables,
    definitions: meaningsTable(meanings, language),
    facts: [
      [t('exports.about.table'), t('monitor.followUp.name')],
      [t('exports.about.filters'), shown],
      [t('exports.about.asOf'), today],
      ...originFacts(await isDemonstration(), makerOf(actor), language),
    ] satisfies Fact[],
  };
  return await tableFile(actor, file, format, language);
}
