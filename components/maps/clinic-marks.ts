import { MONITOR_STATES } from '@/lib/monitor/schema';

// Clinics on a map: a shape for each state, so that nobody needs the colours to tell them apart.

/** The states of the monitor, and one for clinics that are suspended, which are not judged by what they hold now. */
export const CLINIC_MARKS = [...MONITOR_STATES, 'suspended'] as const;
export type ClinicMarkName = (typeof CLINIC_MARKS)[number];

/** Whether a mark is an outline. */
export function isOpen(mark: ClinicMarkName): boolean {
  return mark === 'insufficient' || mark === 'suspended';
}

const round = (value: number) => Math.round(value * 10) / 10;

/** The outline of a mark of about one area, whatever its shape: dot, triangle, diamond, cross, ring, open square. */
export function markPath(mark: ClinicMarkName, x: number, y: number, size: number): string {
  const points = (list: readonly (readonly [number, number])[]) =>
    `M${list.map(([dx, dy]) => `${round(x + dx * size)} ${round(y + dy * size)}`).join('L')}Z`;
  switch (mark) {
    case 'steady':
    case 'insufficient': {
      const [left, width] = [round(x - size), round(size * 2)];
      return `M${left} ${round(y)}a${size} ${size} 0 1 0 ${width} 0a${size} ${size} 0 1 0 ${-width} 0Z`;
    }
    case 'irregular':
      return points([
        [0, -1.3],
        [1.3, 1],
        [-1.3, 1],
      ]);
    case 'idle':
      return points([
        [0, -1.4],
        [1.4, 0],
        [0, 1.4],
        [-1.4, 0],
      ]);
    case 'nominal_only':
      return points([
        [-1.4, -0.5],
        [-0.5, -0.5],
        [-0.5, -1.4],
        [0.5, -1.4],
        [0.5, -0.5],
        [1.4, -0.5],
        [1.4, 0.5],
        [0.5, 0.5],
        [0.5, 1.4],
        [-0.5, 1.4],
        [-0.5, 0.5],
        [-1.4, 0.5],
      ]);
    case 'suspended':
      return points([
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, 1],
      ]);
  }
}
