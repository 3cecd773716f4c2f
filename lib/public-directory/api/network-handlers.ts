import type { PlainAnswer, PlainRequest } from '@/lib/core/direct-answers';
import type { Directory } from '@/lib/public-directory/directory-index';
import { allianceViews, districtViews } from '@/lib/public-directory/territory-views';
import { pageOf } from './cursor';
import { noParametersSchema, pageParametersSchema } from './parameters';
import { allianceJson, conditionJson, districtJson, techniqueJson } from './present';
import { badParameters, problem, problemAnswer } from './problem';
import { parseQueryString, queryOf } from './query-string';
import { type DirectoryHandler, freshnessOf, jsonAnswer } from './respond';

// The lists that describe the network and its catalogues, and what every list shares.

/** The answer when a cursor is none of a list's. */
export function badCursor(): PlainAnswer {
  return badParameters([{ parameter: 'cursor', detail: 'Not a cursor of this list.' }]);
}

/** The answer when nothing has an id. */
export function unknownId(what: string): PlainAnswer {
  return problemAnswer(problem(404, `There is no ${what} with this id.`));
}

/** Refuses any parameter where none is known; null lets the request pass. */
export function refuseParameters(request: PlainRequest): PlainAnswer | null {
  const query = queryOf(request.url);
  if (query === '') return null;
  const parsed = parseQueryString(query, noParametersSchema);
  return parsed.ok ? null : badParameters(parsed.errors);
}

function listHandler<T>(
  rowsOf: (directory: Directory) => readonly T[],
  keyOf: (row: T) => string,
  toJson: (row: T) => object,
): DirectoryHandler {
  return (directory, request, instant) => {
    const parsed = parseQueryString(queryOf(request.url), pageParametersSchema);
    if (!parsed.ok) return badParameters(parsed.errors);
    const page = pageOf(rowsOf(directory), keyOf, parsed.value);
    if (!page) return badCursor();
    return jsonAnswer(request, freshnessOf(directory, instant), 'everyone', () =>
      JSON.stringify({ data: page.rows.map(toJson), next: page.next }),
    );
  };
}

export const listAlliances = listHandler(allianceViews, ({ alliance }) => alliance.code, allianceJson);
export const listDistricts = listHandler(districtViews, ({ district }) => district.code, districtJson);
export const listConditions = listHandler(
  ({ records }) => records.conditions,
  ({ code }) => code,
  conditionJson,
);
export const listTechniques = listHandler(
  ({ records }) => records.techniques,
  ({ code }) => code,
  techniqueJson,
);
