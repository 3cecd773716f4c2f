'use client';

import { flushSync } from 'react-dom';

/**
 * Makes a change that puts new fields in the place of old ones, at once: a key pressed between reading the old and
 * showing the new would be lost. The field that had the focus has it again, the caret where it was.
 */
export function keepFocus(change: () => void): void {
  const before = document.activeElement;
  const caret = before instanceof HTMLInputElement ? ([before.selectionStart, before.selectionEnd] as const) : null;
  flushSync(change);
  if (!before?.id || before.isConnected) return;
  const after = document.getElementById(before.id);
  after?.focus({ preventScroll: true });
  // only a field of text has a caret
  if (after instanceof HTMLInputElement && caret && caret[0] !== null) after.setSelectionRange(caret[0], caret[1]);
}
