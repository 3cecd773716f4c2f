/** What a command answers when it refuses, for comparisons in tests. */
export function refused(code: string, messageKey?: string) {
  return { ok: false, error: messageKey ? { code, messageKey } : { code } };
}

/** The same for one field. */
export function invalidAt(path: string, messageKey: string, values?: Record<string, string | number>) {
  return { ok: false, error: { code: 'INVALID', problems: [{ path, messageKey, ...(values && { values }) }] } };
}
