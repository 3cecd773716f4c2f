// Scales of charts, pure.

/** The step between ticks: 1, 2 or 5 times a power of ten, so that at most `most` steps reach the value. */
export function tickStep(value: number, most: number): number {
  const rough = Math.max(value, Number.MIN_VALUE) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10;
  return step * power;
}

/**
 * Ticks from 0 to the first one that is not below the value; counts get whole ones.
 * @param value the largest value drawn, not negative
 */
export function ticksTo(value: number, most = 4, whole = true): number[] {
  if (value <= 0) return [0, 1];
  const step = whole ? Math.max(1, tickStep(value, most)) : tickStep(value, most);
  const count = Math.max(1, Math.ceil(value / step - 1e-9));
  // multiplied, not added, so that 0.1 + 0.2 does not show
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

/** A linear scale from a domain to a range of positions. */
export function linear(domain: readonly [number, number], range: readonly [number, number]): (value: number) => number {
  const [from, to] = domain;
  const span = to - from || 1;
  return (value) => range[0] + ((value - from) / span) * (range[1] - range[0]);
}

/** Which of so many labels are drawn so that each has its room: every one, every second, third, sixth … */
export function labelStep(count: number, room: number, needed: number): number {
  const least = (count * needed) / Math.max(1, room);
  return [1, 2, 3, 6, 12, 24, 36, 60].find((step) => step >= least) ?? 120;
}
