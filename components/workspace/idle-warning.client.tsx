'use client';

import { useEffect, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';

const WARN_SECONDS = 5 * 60;
const LOOK_EVERY_MS = 5_000;

type Props = {
  /** how long a browser may be left alone */
  idleSeconds: number;
  /** tells the server that somebody is there; false when the sign-in is over */
  stay: () => Promise<boolean>;
  signInHref: string;
  words: {
    title: string;
    warning: string;
    stay: string;
    overTitle: string;
    over: string;
    signIn: string;
    again: string;
  };
};

type Stage = 'quiet' | 'warning' | 'over';

function stageAfter(quietMs: number, idleSeconds: number): Stage {
  if (quietMs >= idleSeconds * 1000) return 'over';
  return quietMs >= (idleSeconds - WARN_SECONDS) * 1000 ? 'warning' : 'quiet';
}

/** Says in good time that a browser left alone will be signed out; the page and what was typed in it stay as they are. */
export function IdleWarning({ idleSeconds, stay, signInHref, words }: Props) {
  const [contact, setContact] = useState<number | null>(null);
  const [stage, setStage] = useState<Stage>('quiet');
  const [asking, startAsking] = useTransition();

  useEffect(() => {
    // without later contact, the server last heard of this browser when it sent the page
    const since = contact ?? Date.now() - performance.now();
    const look = () => setStage(stageAfter(Date.now() - since, idleSeconds));
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [contact, idleSeconds]);

  const goOn = () =>
    startAsking(async () => {
      if (await stay()) setContact(Date.now());
      else setStage('over');
    });

  return (
    <div data-needs-script="" role="alert" className="no-print sticky bottom-0 z-40">
      {stage !== 'quiet' && (
        <div className="border-t-2 border-warning bg-warning-soft">
          <div className="mx-auto grid max-w-6xl gap-2 px-4 py-3 sm:flex sm:flex-wrap sm:items-center sm:justify-between">
            <p className="max-w-prose">
              <strong className="block">{stage === 'over' ? words.overTitle : words.title}</strong>
              {stage === 'over' ? words.over : words.warning}
            </p>
            <p className="flex flex-wrap gap-3">
              {stage === 'over' && (
                <a
                  href={signInHref}
                  target="_blank"
                  rel="noopener"
                  className="text-link inline-flex min-h-12 items-center"
                >
                  {words.signIn}
                </a>
              )}
              <Button type="button" onClick={goOn} disabled={asking} aria-busy={asking}>
                {stage === 'over' ? words.again : words.stay}
              </Button>
            </p>
          </div>
        </div>
      )}
    </div>
  );
}
