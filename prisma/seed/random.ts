/** A stream of pseudo-random choices that depends on nothing but the seed number and the stream's name. */
export type Random = {
  /** A number from 0 (included) to 1 (excluded). */
  fraction(): number;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  /** A number of the bell curve. */
  normal(mean: number, deviation: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One element, all equally likely. */
  pick<T>(list: readonly T[]): T;
  /** One element, likely in proportion to its weight. */
  weighted<T>(list: readonly T[], weight: (item: T) => number): T;
  /** `count` different elements (all, if there are fewer), likelier in proportion to their weight. */
  sample<T>(list: readonly T[], count: number, weight?: (item: T) => number): T[];
  /** A copy in another order. */
  shuffle<T>(list: readonly T[]): T[];
};

/** Four 32-bit numbers from a text, by the cyrb128 mixing of Bret Mulvey and bryc. */
function hash128(text: string): [number, number, number, number] {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    a = b ^ Math.imul(a ^ unit, 597399067);
    b = c ^ Math.imul(b ^ unit, 2869860233);
    c = d ^ Math.imul(c ^ unit, 951274213);
    d = a ^ Math.imul(d ^ unit, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  return [a ^ b ^ c ^ d, b ^ a, c ^ a, d ^ a];
}

/** sfc32 (Chris Doty-Humphrey, PractRand): small, fast, passes the common tests, period at least 2^32. */
function sfc32([a, b, c, d]: [number, number, number, number]): () => number {
  return () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 4_294_967_296;
  };
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error('Nothing to choose from: the list is empty');
  return item;
}

/** Opens the stream `name` of a seed; the same two always give the same choices, and streams do not disturb each other. */
export function openRandom(seed: number, name: string): Random {
  const fraction = sfc32(hash128(`${seed}/${name}`));
  for (let warmUp = 0; warmUp < 15; warmUp++) fraction();

  const whole = (from: number, to: number) => from + Math.floor(fraction() * (to - from + 1));
  const shuffle = <T>(list: readonly T[]) => {
    const copy = [...list];
    for (let index = copy.length - 1; index > 0; index--) {
      const other = whole(0, index);
      const kept = at(copy, index);
      copy[index] = at(copy, other);
      copy[other] = kept;
    }
    return copy;
  };

  return {
    fraction,
    whole,
    shuffle,
    chance: (probability) => fraction() < probability,
    pick: (list) => at(list, whole(0, list.length - 1)),
    // Box and Muller's transform
    normal: (mean, deviation) =>
      mean + deviation * Math.sqrt(-2 * Math.log(1 - fraction())) * Math.cos(2 * Math.PI * fraction()),
    weighted: (list, weight) => {
      const total = list.reduce((sum, item) => sum + weight(item), 0);
      let left = fraction() * total;
      for (const item of list) {
        left -= weight(item);
        if (left < 0) return item;
      }
      return at(list, list.length - 1);
    },
    // Efraimidis and Spirakis: the largest keys u^(1/w) are a weighted sample without replacement
    sample: (list, count, weight = () => 1) =>
      list
        .map((item) => ({ item, key: Math.log(1 - fraction()) / weight(item) }))
        .sort((left, right) => right.key - left.key)
        .slice(0, count)
        .map(({ item }) => item),
  };
}

/** Splits a total into whole parts in proportion to weights by the largest remainder; ties go to the earlier part. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((left, right) => left + right, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const missing = total - parts.reduce((left, right) => left + right, 0);
  const order = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((left, right) => right.remainder - left.remainder || left.index - right.index);
  for (const { index } of order.slice(0, missing)) parts[index] = at(parts, index) + 1;
  return parts;
}
