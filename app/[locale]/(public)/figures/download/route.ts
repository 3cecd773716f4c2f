import { getTranslations } from 'next-intl/server';
import { now } from '@/lib/core/clock';
import { CSV_START, csvLine } from '@/lib/core/csv';
import { dateInShanghai } from '@/lib/core/dates';
import { xlsxStream } from '@/lib/core/xlsx';
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales';
import { periodText } from '@/lib/indicators/period-rules';
import { getPublicFigures } from '@/lib/indicators/public-figures';
import { publicQuarter } from '@/lib/indicators/public-figures-rules';
import { type FileTable, figureTables } from './file-tables';

type Context = { params: Promise<{ locale: string }> };

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The public figures of a quarter as a file for a spreadsheet: the figures as CSV, or all tables as a workbook. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: given } = await params;
  const locale = isLocale(given) ? given : DEFAULT_LOCALE;
  const query = new URL(request.url).searchParams;
  const [asked, format] = [query.get('quarter') ?? undefined, query.get('format') ?? 'xlsx'];
  const quarter = publicQuarter(asked, dateInShanghai(now()));
  if (!quarter || (format !== 'csv' && format !== 'xlsx')) {
    const t = await getTranslations({ locale, namespace: 'figures' });
    return new Response(t('file.bad'), { status: 400, headers: { 'content-type': 'text/plain; charset=utf-8' } });
  }
  const [figures, ...others] = await figureTables(await getPublicFigures(quarter), locale);
  const name = `figures-${periodText(quarter)}.${format}`;
  return format === 'csv'
    ? file(name, 'text/csv; charset=utf-8', csvOf(figures))
    : file(name, XLSX_TYPE, await workbookOf([figures, ...others]));
}

function file(name: string, type: string, body: string | Uint8Array<ArrayBuffer>): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'public, max-age=300',
    },
  });
}

function csvOf({ columns, rows }: FileTable): string {
  const lines = [columns.map(({ header }) => header), ...rows].map((row) => csvLine([...row]));
  return CSV_START + lines.join('');
}

async function workbookOf(tables: readonly FileTable[]): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Buffer[] = [];
  for await (const part of xlsxStream(tables.map(({ rows, ...sheet }) => ({ ...sheet, rows: [rows], table: true }))))
    parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}
