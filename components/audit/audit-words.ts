import { useFormatter, useTranslations } from 'next-intl';
import type { AuditEntry } from '@/lib/audit/schema';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const TOKEN = /^[a-z]+(_[a-z]+)*$/;
const LIST = '、';

export type AuditWords = {
  /** what happened, without who: Suspended the account 王芳 */
  sentence(entry: Pick<AuditEntry, 'event' | 'object'>): string;
  /** the event as one of a list of choices */
  eventName(event: string): string;
  objectType(type: string): string;
  role(role: string): string;
  system(system: string): string;
  field(field: string): string;
  value(field: string, text: string): string;
};

/** The trail in the reader's language; what the catalogs do not know stands as it was recorded. */
export function useAuditWords(): AuditWords {
  const t = useTranslations('audit');
  const accounts = useTranslations('accounts');
  const terms = useTranslations('terms');
  const format = useFormatter();
  const known = (key: string, otherwise: string) => (t.has(key) ? t(key) : otherwise);
  const role = (code: string) => (accounts.has(`role.${code}`) ? accounts(`role.${code}`) : code);
  const alliance = (code: string) => (terms.has(`alliance.${code}`) ? terms(`alliance.${code}`) : code);
  const eventName = (event: string) => known(`eventName.${event}`, event);
  const objectType = (type: string) => known(`objectType.${type}`, type);

  const one = (field: string, text: string): string => {
    const name = field.split('.').at(-1) ?? field;
    if (name === 'role' || name === 'roles') return role(text);
    if (name === 'allianceCode') return alliance(text);
    if (name === 'event') return eventName(text);
    if (name === 'objectType') return objectType(text);
    if (INSTANT.test(text) && !Number.isNaN(Date.parse(text)))
      return format.dateTime(new Date(text), { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'short' });
    return TOKEN.test(text) ? known(`value.${text}`, text) : text;
  };

  return {
    sentence({ event, object }) {
      const values = { event, object: object.label ?? object.id };
      return t.has(`event.${event}`) ? t(`event.${event}`, values) : t('unknownEvent', values);
    },
    eventName,
    objectType,
    role,
    system: (system) => known(`system.${system}`, system),
    field: (field) => known(`field.${field}`, known(`field.${field.split('.').at(-1) ?? ''}`, field)),
    value: (field, text) =>
      text
        .split(LIST)
        .map((part) => one(field, part))
        .join(LIST),
  };
}
