import 'server-only';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { err, ok, type Result } from '@/lib/core/result';
import { xlsxStream } from '@/lib/core/xlsx';
import type { FileLanguage } from '@/lib/i18n/file-language';
import { getMentorComparison } from '@/lib/training/mentor-queries';
import { factsTable } from './about-rules';
import { recordExport } from './export-trail';
import { mentorFacts, mentorTables } from './mentor-tables-rules';
import { CONTENT_TYPES, type MadeFile } from './schema';
import { sheetOf } from './table-rules';

/**
 * The comparison of mentors as a workbook, from the object that its page is made from; that it was made is recorded first.
 * @returns NOT_FOUND for those who may not compare, UNAVAILABLE without the database
 */
export async function exportMentorComparison(actor: Actor, language: FileLanguage): Promise<Result<MadeFile>> {
  const comparison = await getMentorComparison(actor);
  if (!comparison) return err({ code: 'NOT_FOUND' });
  const { today } = comparison.days;
  const recorded = await recordExport(actor, 'Mentors', { asOf: today, format: 'xlsx' });
  if (!recorded.ok) return recorded;
  const made = { name: actor.displayName, role: actor.role, at: now() };
  const about = sheetOf(factsTable(mentorFacts(comparison, made, language), language));
  return ok({
    fileName: `${language.text('people.mentors.title')}-${today}.xlsx`,
    plainName: `mentors-${today}.xlsx`,
    contentType: CONTENT_TYPES.xlsx,
    body: xlsxStream([...mentorTables(comparison, language).map(sheetOf), { ...about, table: false, named: false }]),
  });
}
