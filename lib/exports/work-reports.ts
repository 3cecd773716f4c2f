import 'server-only';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { type ZipFile, zipStream } from '@/lib/core/zip-stream';
import type { FileLanguage } from '@/lib/i18n/file-language';
import { inLocale } from '@/lib/i18n/locales';
import { getDashboard } from '@/lib/indicators/dashboard-queries';
import { type Period, parsePeriod, periodText } from '@/lib/indicators/period-rules';
import type { Unit, UnitNamed } from '@/lib/indicators/schema';
import { getUnit } from '@/lib/indicators/unit-queries';
import type { ExportMaker, Progress } from './export-job';
import { askedUnit } from './schema';
import { wordFile } from './word-document';
import type { DrawCharts } from './work-report-export';
import { workReport } from './work-report-rules';

// The work reports of a unit and of each of its parts, packed together.

type Asked = { unit: Unit; period: Period };

/** Reads what an address asks for; null when it names no unit with parts or no period. */
export function askedReports(query: string): Asked | null {
  const parameters = Object.fromEntries(new URLSearchParams(query));
  const unit = askedUnit(parameters);
  const period = parsePeriod(parameters.period ?? '', dateInShanghai(now()));
  return unit && unit.level !== 'clinic' && period ? { unit, period } : null;
}

/** The unit that reports are asked for, by name; null for one that the actor may not take out. */
export async function findReportsUnit(actor: Actor, { unit }: Asked): Promise<UnitNamed | null> {
  return mayI(actor, 'export', 'ActivityMonth') ? await getUnit(actor, unit) : null;
}

/** Makes the reports one after the other, each while the one before is packed; `draw` adds the charts of each. */
export const workReportsMaker =
  (draw: DrawCharts): ExportMaker =>
  async (actor, query, language, progress) => {
    const asked = askedReports(query);
    const whole = asked && (await getDashboard(actor, asked));
    if (!asked || !whole || !mayI(actor, 'export', 'ActivityMonth')) return null;
    const units = [whole.unit, ...whole.children.map(({ unit }) => unit)];
    const name = inLocale(language.locale, whole.unit.name, whole.unit.nameEn);
    const title = language.text('exports.kind.work_reports');
    return {
      fileName: `${[name, title, periodText(asked.period)].join('-')}.zip`,
      plainName: `work-reports-${whole.unit.code}-${periodText(asked.period)}.zip`,
      contentType: 'application/zip',
      body: zipStream(reports({ actor, period: asked.period, language, draw }, units, progress)),
    };
  };

type Writing = { actor: Actor; period: Period; language: FileLanguage; draw: DrawCharts };

function* reports(
  writing: Writing,
  units: readonly UnitNamed[],
  progress: Progress,
): Generator<ZipFile, void, undefined> {
  progress(0, units.length);
  for (const [at, unit] of units.entries()) {
    const name = inLocale(writing.language.locale, unit.name, unit.nameEn).replace(/[\\/:*?"<>|]/g, '_');
    yield { name: `${String(at).padStart(3, '0')}-${name}.docx`, content: report(writing, unit) };
    progress(at + 1, units.length);
  }
}

async function* report(
  { actor, period, language, draw }: Writing,
  { level, code }: UnitNamed,
): AsyncGenerator<Uint8Array, void, undefined> {
  const unit: Unit = level === 'city' ? { level } : { level, code };
  const dashboard = await getDashboard(actor, { unit, period });
  if (!dashboard) throw new Error(`the unit ${level} ${code} went out of scope while its report was made`);
  const made = { name: actor.displayName, role: actor.role, at: now() };
  const pictures = await draw(dashboard, language);
  yield await wordFile(workReport(dashboard, language, made, pictures), language);
}
