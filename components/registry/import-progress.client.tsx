'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent } from 'react';

const LOOK_EVERY_MS = 3_000;

/** Asks for the page again and again while an import is being worked on; without scripts its link does. */
export function ImportProgress({ children }: { children: React.ReactNode }) {
  const router = useRouter();
  const look = useEffectEvent(() => {
    if (document.visibilityState === 'visible') router.refresh();
  });
  useEffect(() => {
    const timer = setInterval(() => look(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <p data-needs-script="now" aria-live="polite">
      {children}
    </p>
  );
}
