export type Row = { what: string; unit: string; figure: number; atLeast?: number; atMost?: number };

/** Whether a row reaches what it should; rows without a goal always do. */
export function reached({ figure, atLeast, atMost }: Row): boolean {
  return (atLeast === undefined || figure >= atLeast) && (atMost === undefined || figure <= atMost);
}

function digits(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2);
}

function goal({ unit, atLeast, atMost }: Row): string {
  if (atLeast !== undefined) return `≥ ${atLeast} ${unit}`;
  return atMost === undefined ? '' : `≤ ${atMost} ${unit}`;
}

/** The rows as a table of text: what, figure, reach, ok or not. */
export function report(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const verdict = goal(row) === '' ? '' : reached(row) ? 'ok' : 'not reached';
    return [row.what.padEnd(40), `${digits(row.figure)} ${row.unit}`.padStart(14), goal(row).padStart(12), verdict];
  });
  const head = ['what'.padEnd(40), 'figure'.padStart(14), 'reach'.padStart(12), ''];
  return [head, ...lines].map((cells) => cells.join('  ').trimEnd()).join('\n');
}
