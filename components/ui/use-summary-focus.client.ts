'use client';

import { useEffect } from 'react';
import { ERROR_SUMMARY_ID } from './error-summary';

/**
 * Takes reading to the error summary whenever a form is refused, also for the same reason again; without scripts the
 * browser does it.
 * @param answer what the form was answered with, a new object every time
 */
export function useSummaryFocus(answer: unknown, refused: boolean, summaryId: string = ERROR_SUMMARY_ID): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: every answer counts, also one that says the same
  useEffect(() => {
    if (refused) document.getElementById(summaryId)?.focus();
  }, [answer, refused, summaryId]);
}
