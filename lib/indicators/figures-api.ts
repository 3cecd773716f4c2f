import 'server-only';
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { dateInShanghai } from '@/lib/core/dates';
import type { PlainAnswer } from '@/lib/core/direct-answers';
import { type figureListSchema, figureParametersSchema } from '@/lib/public-directory/api/figure-schemas';
import type { Handler } from '@/lib/public-directory/api/guard';
import { badParameters, openHeaders } from '@/lib/public-directory/api/problem';
import { parseQueryString, queryOf } from '@/lib/public-directory/api/query-string';
import { noneMatch } from '@/lib/public-directory/api/respond';
import { periodText } from './period-rules';
import { getPublicFigures } from './public-figures';
import { publicQuarter, publicRows } from './public-figures-rules';
import type { PublicFigures } from './public-figures-schema';
import type { IndicatorDefinition } from './schema';

// Public figures in the public API: the very rows of the page and of its downloads.

type FigureList = z.infer<typeof figureListSchema>;
type Asked = z.infer<typeof figureParametersSchema>;

function wordsOf(definition: IndicatorDefinition): FigureList['indicators'][number] {
  const { id, version, name, nameEn, unit, decimals, goodDirection, reviewedOn } = definition;
  const { numerator, numeratorEn, denominator, denominatorEn } = definition;
  return {
    ...{ id, version, name, nameEn, unit, decimals, goodDirection },
    ...{ numerator, numeratorEn, denominator, denominatorEn, reviewedOn },
  };
}

function listOf(figures: PublicFigures, { indicator, level }: Asked): FigureList {
  const rows = publicRows(figures).filter(
    (row) =>
      (indicator === undefined || row.definition.id === indicator) && (level === undefined || row.unit.level === level),
  );
  return {
    quarter: periodText(figures.quarter),
    asOf: figures.asOf,
    demonstration: figures.demonstration,
    indicators: figures.definitions.filter(({ id }) => indicator === undefined || id === indicator).map(wordsOf),
    data: rows.map(({ unit, definition, figure }) => ({
      indicator: definition.id,
      ...{ level: unit.level, code: unit.code, name: unit.name, nameEn: unit.nameEn },
      ...figure,
    })),
  };
}

/** Answers `GET /api/v1/figures`: public figures of a quarter, by unit and indicator. */
export const answerFigures: Handler = async (request, _, instant): Promise<PlainAnswer> => {
  const parsed = parseQueryString(queryOf(request.url), figureParametersSchema);
  if (!parsed.ok) return badParameters(parsed.errors);
  const quarter = publicQuarter(parsed.value.quarter, dateInShanghai(instant));
  if (!quarter) return badParameters([{ parameter: 'quarter', detail: 'Not one of the quarters that are published.' }]);
  const figures = await getPublicFigures(quarter);
  const { indicator } = parsed.value;
  if (indicator !== undefined && !figures.definitions.some(({ id }) => id === indicator))
    return badParameters([{ parameter: 'indicator', detail: 'No indicator of this id is published.' }]);
  const body = JSON.stringify(listOf(figures, parsed.value));
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = openHeaders('application/json', 'public, max-age=300, stale-if-error=86400');
  headers.etag = etag;
  return noneMatch(request.headers.get('if-none-match'), etag)
    ? { status: 200, headers, body }
    : { status: 304, headers, body: null };
};
