import type { z } from 'zod';
import type { AuditActor, AuditEntry, AuditRow, FieldChange } from './schema';

type Json = z.core.util.JSONType;
type State = Record<string, Json>;

const PERSONAL_FIELD = /phone|mobile|contact|e-?mail|address|idNumber/i;
const MOBILE_NUMBER = /(?<!\d)(1\d{2})\d{4}(\d{4})(?!\d)/g;
const ID_NUMBER = /(?<!\d)(\d{6})\d{8}(\d{3}[\dXx])(?![\dXx])/g;

/** Hides the middle of what identifies or reaches a person: 138****5678, w***@example.org. */
export function maskPersonalData(field: string, text: string): string {
  const known = text.replace(ID_NUMBER, '$1********$2').replace(MOBILE_NUMBER, '$1****$2');
  if (!PERSONAL_FIELD.test(field) || known !== text || text === '') return known;
  const [local = '', domain] = text.split('@');
  if (domain) return `${local.slice(0, 1)}***@${domain}`;
  return text.length > 7 ? `${text.slice(0, 3)}****${text.slice(-2)}` : '****';
}

/** Fields inside fields become one name with a dot between; a list becomes one text. */
function flatten(state: State, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(state)) {
    const field = `${prefix}${key}`;
    if (value === null) continue;
    if (typeof value === 'object' && !Array.isArray(value)) {
      for (const [inner, text] of flatten(value, `${field}.`)) flat.set(inner, text);
    } else flat.set(field, asText(value));
  }
  return flat;
}

function asText(value: Json): string {
  if (Array.isArray(value)) return value.map(asText).join('、');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The fields in which two states differ, in the order of the states, personal data masked. */
export function changesBetween(before: State | null, after: State | null): FieldChange[] {
  const old = flatten(before ?? {});
  const fresh = flatten(after ?? {});
  const fields = [...new Set([...old.keys(), ...fresh.keys()])].filter((field) => old.get(field) !== fresh.get(field));
  const shown = (field: string, text: string | undefined) =>
    text === undefined ? null : maskPersonalData(field, text);
  return fields.map((field) => ({
    field,
    before: shown(field, old.get(field)),
    after: shown(field, fresh.get(field)),
  }));
}

function actorOf({ accountId, actorName, role, system }: AuditRow): AuditActor {
  if (accountId !== null && actorName !== null && role !== null)
    return { kind: 'person', accountId, name: actorName, role };
  if (system !== null) return { kind: 'system', system };
  throw new Error('A row of the audit trail names nobody');
}

/**
 * One row of the trail as readers see it.
 * @throws Error for a row without an actor, which the database refuses to keep
 */
export function entryOf(row: AuditRow): AuditEntry {
  return {
    seq: row.seq,
    at: row.at,
    actor: actorOf(row),
    event: row.event,
    object: {
      type: row.objectType,
      id: row.objectId,
      label: row.objectLabel && maskPersonalData('', row.objectLabel),
    },
    scope: { districtCode: row.districtCode, centreId: row.centreId, allianceCode: row.allianceCode },
    changes: changesBetween(row.before, row.after),
    reason: row.reason && maskPersonalData('', row.reason),
    requestId: row.requestId,
  };
}
