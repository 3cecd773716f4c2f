'use client';

import { useEffect } from 'react';
import { ERROR_SUMMARY_ID } from '@/components/ui/error-summary';

/** Takes reading to the error summary whenever a form answers with problems; without scripts the browser does it. */
export function useSummaryFocus(state: { problems: readonly unknown[] }): void {
  useEffect(() => {
    if (state.problems.length > 0) document.getElementById(ERROR_SUMMARY_ID)?.focus();
  }, [state]);
}
