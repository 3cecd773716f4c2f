import type { FacilityDetail } from './views-schema';

/** The place that a place became part of: its links lead there for good. One that closed for others keeps its page. */
export function survivorOf({ facility, successors }: Pick<FacilityDetail, 'facility' | 'successors'>): string | null {
  const [survivor, ...others] = successors;
  return facility.closing?.merged && survivor && others.length === 0 ? survivor.id : null;
}
