'use client';

import { useEffect, useRef } from 'react';
import { ERROR_SUMMARY_ID } from './error-summary';

/**
 * Takes reading to the error summary whenever a form is refused, also for the same reason again. A page that arrives with
 * a refusal has focused it already: scripts that come later must not take the focus away from where somebody types.
 * @param answer what the form was answered with, a new object every time
 */
export function useSummaryFocus(answer: unknown, refused: boolean, summaryId: string = ERROR_SUMMARY_ID): void {
  const arrivedWith = useRef(answer);
  useEffect(() => {
    if (refused && answer !== arrivedWith.current) document.getElementById(summaryId)?.focus();
  }, [answer, refused, summaryId]);
}
