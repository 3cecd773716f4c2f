import { addDays, dateInShanghai, daysBetween } from '@/lib/core/dates';
import { clinicPasses, clinicSummary } from '@/lib/public-directory/clinic-views';
import { sessionsOfClinic } from '@/lib/public-directory/session-views';
import { codeMeant } from './codes';
import { pageOf } from './cursor';
import { badCursor, refuseParameters, unknownId } from './network-handlers';
import { clinicParametersSchema, MAX_SESSION_DAYS, sessionParametersSchema } from './parameters';
import { clinicSessionJson, jointClinicJson } from './present';
import { badParameters, type ParameterError } from './problem';
import { parseQueryString, queryOf } from './query-string';
import { type DirectoryHandler, freshnessOf, jsonAnswer } from './respond';

const DEFAULT_SESSION_DAYS = 56;
/** Plans are computed, so a date far from today costs nothing but means nothing either. */
const FARTHEST_DAYS = 3660;

/** Joint clinics by id, closed ones too: their status says so. */
export const listJointClinics: DirectoryHandler = (directory, request, instant) => {
  const parsed = parseQueryString(queryOf(request.url), clinicParametersSchema);
  if (!parsed.ok) return badParameters(parsed.errors);
  const { alliance = null, hospital, limit, cursor } = parsed.value;
  const errors: ParameterError[] = [];
  const filter = {
    alliance,
    district: codeMeant(directory, 'district', parsed.value.district, errors),
    condition: codeMeant(directory, 'condition', parsed.value.condition, errors),
    hospital: hospital ?? null,
  };
  if (hospital !== undefined && directory.index.facilities.get(hospital)?.kind !== 'lead_hospital')
    errors.push({ parameter: 'hospital', detail: 'There is no lead hospital with this id; see /api/v1/alliances.' });
  if (errors.length > 0) return badParameters(errors);
  const clinics = [...directory.index.clinics.values()].filter((clinic) => clinicPasses(directory, clinic, filter));
  const page = pageOf(clinics, ({ id }) => id, { limit, cursor });
  if (!page) return badCursor();
  return jsonAnswer(request, freshnessOf(directory, instant), 'everyone', () => {
    const data = page.rows.flatMap((clinic) => clinicSummary(directory, clinic, instant)).map(jointClinicJson);
    return JSON.stringify({ data, next: page.next });
  });
};

/** One joint clinic with its next session. */
export const getJointClinic: DirectoryHandler = (directory, request, instant, id) => {
  const refused = refuseParameters(request);
  if (refused) return refused;
  const clinic = directory.index.clinics.get(id);
  const [summary] = clinic ? clinicSummary(directory, clinic, instant) : [];
  if (!summary) return unknownId('joint clinic');
  return jsonAnswer(request, freshnessOf(directory, instant), 'everyone', () =>
    JSON.stringify(jointClinicJson(summary)),
  );
};

/** The planned sessions and stop notices of a joint clinic in a range of dates. */
export const listClinicSessions: DirectoryHandler = (directory, request, instant, id) => {
  const parsed = parseQueryString(queryOf(request.url), sessionParametersSchema);
  if (!parsed.ok) return badParameters(parsed.errors);
  const clinic = directory.index.clinics.get(id);
  if (!clinic) return unknownId('joint clinic');
  const today = dateInShanghai(instant);
  const from = parsed.value.from ?? today;
  const far = (detail: string, parameter: string) => badParameters([{ parameter, detail }]);
  if (Math.abs(daysBetween(today, from)) > FARTHEST_DAYS)
    return far(`At most ${FARTHEST_DAYS} days from today are expected.`, 'from');
  const to = parsed.value.to ?? addDays(from, DEFAULT_SESSION_DAYS - 1);
  const days = daysBetween(from, to) + 1;
  if (days < 1) return far('The last date lies before the first.', 'to');
  if (days > MAX_SESSION_DAYS) return far(`At most ${MAX_SESSION_DAYS} days together are answered.`, 'to');
  return jsonAnswer(request, freshnessOf(directory, instant), 'everyone', () => {
    const data = sessionsOfClinic(directory, clinic, { from, to }, instant).map(clinicSessionJson);
    return JSON.stringify({ data, next: null });
  });
};
