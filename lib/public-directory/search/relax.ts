import type { Relaxation } from '@/lib/public-directory/schema';
import { type Bits, countBits, intersect } from './bitset';

// A question that finds nothing is loosened as little as possible: first each wish alone is dropped, in this order,
// then they are dropped together from the front. What was dropped is always said.

export type Constraint = { name: Relaxation; bits: Bits };

const ORDER: readonly Relaxation[] = [
  'radius',
  'open',
  'expertThisWeek',
  'features',
  'technique',
  'condition',
  'kinds',
  'district',
  'text',
];

/** The members that meet all constraints, or as many of them as anything meets, and which were dropped. */
export function loosen(all: Bits, constraints: readonly Constraint[]): { bits: Bits; relaxed: readonly Relaxation[] } {
  const exact = meeting(all, constraints, []);
  if (exact) return { bits: exact, relaxed: [] };
  const names = ORDER.filter((name) => constraints.some((constraint) => constraint.name === name));
  for (const name of names) {
    const bits = meeting(all, constraints, [name]);
    if (bits) return { bits, relaxed: [name] };
  }
  for (let count = 2; count <= names.length; count++) {
    const dropped = names.slice(0, count);
    const bits = meeting(all, constraints, dropped);
    if (bits) return { bits, relaxed: dropped };
  }
  return { bits: all, relaxed: [] };
}

function meeting(all: Bits, constraints: readonly Constraint[], without: readonly Relaxation[]): Bits | null {
  let bits = all;
  for (const constraint of constraints) {
    if (!without.includes(constraint.name)) bits = intersect(bits, constraint.bits);
  }
  return countBits(bits) > 0 ? bits : null;
}

/** Adds a relaxation at its place in the order. */
export function withRelaxation(relaxed: readonly Relaxation[], name: Relaxation): readonly Relaxation[] {
  if (relaxed.includes(name)) return relaxed;
  return ORDER.filter((each) => each === name || relaxed.includes(each));
}
