import type { ParamProblem } from '@/components/ui/param-notice';
import { ALLIANCE_CODES, type AllianceCode } from '@/lib/core/alliance-codes';
import { oneOf, paramReader, type SearchParams } from './list-params';

export type ClinicListRequest = {
  filters: {
    district: string | null;
    alliance: AllianceCode | null;
    condition: string | null;
    hospital: string | null;
  };
  cursor: string | null;
  problems: readonly ParamProblem[];
};

const MAX_CURSOR_LENGTH = 400;

/** Understands the address of the list of clinics; codes the directory does not know are problems. */
export function readClinicListRequest(
  source: SearchParams,
  known: { districts: readonly string[]; conditions: readonly string[]; hospitals: readonly string[] },
): ClinicListRequest {
  const { read, problems } = paramReader(source);
  const filters = {
    district: read('district', oneOf(known.districts)),
    alliance: read('alliance', oneOf(ALLIANCE_CODES)),
    condition: read('condition', oneOf(known.conditions)),
    hospital: read('hospital', oneOf(known.hospitals)),
  };
  const cursor = read('cursor', (text) => (text.length <= MAX_CURSOR_LENGTH ? text : null));
  return { filters, cursor, problems };
}
