// Statistical disclosure control for figures that leave the portal: small cells are withheld, and with them as many
// others as are needed so that no withheld cell follows from the sums that are shown.

/** Cells from one to this many, less one, are small; zero tells of nobody. */
export const SMALLEST_SHOWN = 5;

/** A sum and the cells it is the sum of, by name. */
export type Relation = { total: string; parts: readonly string[] };

/** Whether a number is too small to be shown. */
export function isSmall(value: number): boolean {
  return value > 0 && value < SMALLEST_SHOWN;
}

/**
 * The names of the cells to withhold: every small one, and others beside them until no withheld cell can be computed
 * from the shown ones, and until what is withheld under a shown sum is together no longer small.
 * @param cells whole numbers by name
 * @param relations every sum that a reader can know of; each name must be a cell
 */
export function withheldCells(cells: ReadonlyMap<string, number>, relations: readonly Relation[]): ReadonlySet<string> {
  const hidden = new Set([...cells].filter(([, value]) => isSmall(value)).map(([name]) => name));
  const countOf = (name: string) => cells.get(name) ?? 0;
  // each round withholds at least one more cell, so this ends
  for (let again = true; again; ) {
    again = false;
    for (const relation of relations) {
      const more = oneMore(relation, hidden, countOf);
      if (more === null) continue;
      hidden.add(more);
      again = true;
    }
    if (again) continue;
    for (const name of computableCells(hidden, relations)) {
      const more = beside(name, relations, hidden, countOf);
      if (more === null) continue;
      hidden.add(more);
      again = true;
      break;
    }
  }
  return hidden;
}

type CountOf = (name: string) => number;

/** The cell to withhold so that a sum gives nothing away; null where it gives nothing away already. */
function oneMore({ total, parts }: Relation, hidden: ReadonlySet<string>, countOf: CountOf): string | null {
  const unknown = parts.filter((name) => hidden.has(name));
  if (hidden.has(total)) return unknown.length > 0 ? null : smallestShown(parts, hidden, countOf);
  if (unknown.length === 0) return null;
  const together = unknown.reduce((sum, name) => sum + countOf(name), 0);
  if (unknown.length > 1 && together >= SMALLEST_SHOWN) return null;
  return smallestShown(parts, hidden, countOf) ?? total;
}

/** The smallest shown cell that is worth withholding; a zero only where there is nothing else. */
function smallestShown(names: readonly string[], hidden: ReadonlySet<string>, countOf: CountOf): string | null {
  const shown = names.filter((name) => !hidden.has(name));
  const rank = (name: string) => (countOf(name) === 0 ? Number.POSITIVE_INFINITY : countOf(name));
  // the order of the names decides between equals, so that every call withholds the same cells
  return shown.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))[0] ?? null;
}

/** A shown cell of a sum that a computable one is part of. */
function beside(
  name: string,
  relations: readonly Relation[],
  hidden: ReadonlySet<string>,
  countOf: CountOf,
): string | null {
  const names = relations
    .filter(({ total, parts }) => total === name || parts.includes(name))
    .flatMap(({ total, parts }) => [total, ...parts]);
  return smallestShown(names, hidden, countOf);
}

const SMALLEST_PIVOT = 1e-9;

/**
 * Which withheld cells follow from the shown ones by the sums alone: those that a row of the solved equations holds by
 * themselves.
 */
export function computableCells(hidden: ReadonlySet<string>, relations: readonly Relation[]): string[] {
  const names = [...hidden];
  const column = new Map(names.map((name, index) => [name, index]));
  const rows = relations
    .map(({ total, parts }) => {
      const row = new Array<number>(names.length).fill(0);
      const put = (name: string, factor: number) => {
        const index = column.get(name);
        if (index !== undefined) row[index] = (row[index] ?? 0) + factor;
      };
      put(total, -1);
      for (const part of parts) put(part, 1);
      return row;
    })
    .filter((row) => row.some((factor) => factor !== 0));
  return solved(rows, names.length).flatMap((row) => {
    const held = row.flatMap((factor, index) => (Math.abs(factor) > SMALLEST_PIVOT ? [index] : []));
    const [only, ...others] = held;
    const name = only === undefined ? undefined : names[only];
    return name !== undefined && others.length === 0 ? [name] : [];
  });
}

/** Gauss and Jordan's elimination: the rows with as few unknowns each as there can be. */
function solved(rows: number[][], columns: number): number[][] {
  const done: number[][] = [];
  let rest = rows;
  for (let column = 0; column < columns; column += 1) {
    const at = (row: readonly number[]) => row[column] ?? 0;
    const pivot = rest.toSorted((a, b) => Math.abs(at(b)) - Math.abs(at(a)))[0];
    if (!pivot || Math.abs(at(pivot)) <= SMALLEST_PIVOT) continue;
    const unit = pivot.map((factor) => factor / at(pivot));
    const without = (row: number[]) => row.map((factor, index) => factor - at(row) * (unit[index] ?? 0));
    rest = rest.filter((row) => row !== pivot).map(without);
    for (const [index, row] of done.entries()) done[index] = without(row);
    done.push(unit);
  }
  return done;
}
