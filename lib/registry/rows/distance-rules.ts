/** How many letters must be put in, left out or changed (Levenshtein); `most + 1` for anything further apart. */
export function editDistance(one: string, other: string, most: number): number {
  const [a, b] = [[...one], [...other]];
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [row, letter] of a.entries()) {
    const line = [row + 1];
    for (const [at, against] of b.entries())
      line.push(
        Math.min((above[at] ?? 0) + (letter === against ? 0 : 1), (above[at + 1] ?? 0) + 1, (line[at] ?? 0) + 1),
      );
    if (Math.min(...line) > most) return most + 1;
    above = line;
  }
  return Math.min(above.at(-1) ?? 0, most + 1);
}
