'use client';

import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { InputField } from '@/components/ui/field';
import type { FormProblem } from '@/components/ui/form-state';
import { type OnceWords, ShownOnceView } from '@/components/ui/shown-once';
import { useSummaryFocus } from '@/components/ui/use-summary-focus.client';
import type { QrCode } from '@/lib/core/qr-code';

/** How far the setting up is: nothing asked for, the key on the screen, or done with codes to keep. */
export type SetUpState = {
  problems: readonly FormProblem[];
  key: { secret: string; code: QrCode } | null;
  codes: readonly string[] | null;
};

export type SetUpAction = (previous: SetUpState, form: FormData) => Promise<SetUpState>;

type Props = {
  action: SetUpAction;
  /** asked again before an existing second factor is replaced */
  asksPassword: boolean;
  next: string;
  words: {
    /** what this is for; no longer said once it is done */
    lead: string;
    errorTitle: string;
    sending: string;
    password: string;
    begin: string;
    steps: readonly string[];
    qr: string;
    key: string;
    code: string;
    confirm: string;
    codes: OnceWords;
  };
};

const ID = 'set-up';
const SUMMARY_ID = `${ID}-problems`;
/** Scanners need four light modules around a code. */
const QUIET = 4;

function Code({ code, label }: { code: QrCode; label: string }) {
  const side = code.size + 2 * QUIET;
  return (
    <svg
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      className="w-64 max-w-full"
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      {/* dark on light in every colour scheme, or scanners fail */}
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
      <path d={code.path} fill="#000" />
    </svg>
  );
}

/** Sets a second factor up in two steps and then shows the recovery codes; works without scripts. */
export function SecondFactorSetUp({ action, asksPassword, next, words }: Props) {
  const [state, send, sending] = useActionState(action, { problems: [], key: null, codes: null });
  useSummaryFocus(state, state.problems.length > 0, SUMMARY_ID);
  if (state.codes)
    return <ShownOnceView id="codes" once={{ kind: 'codes', codes: state.codes, next }} words={words.codes} />;
  const asked = state.key ? 'code' : asksPassword ? 'password' : null;
  const problem = state.problems.find(({ field }) => field === asked)?.message;
  const summary = state.problems.map(({ field, message }) => ({
    fieldId: field !== null && field === asked ? `${ID}-${field}` : ID,
    message,
  }));

  return (
    <form id={ID} action={send} noValidate className="grid max-w-md gap-5">
      <p className="text-ink-soft">{words.lead}</p>
      <ErrorSummary id={SUMMARY_ID} title={words.errorTitle} problems={summary} />
      {state.key && (
        <>
          <ol className="grid list-inside list-decimal gap-2">
            {words.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <Code code={state.key.code} label={words.qr} />
          <p>
            {words.key}
            <span className="mt-1 block font-mono text-lg break-all select-all">
              {state.key.secret.match(/.{1,4}/g)?.join(' ')}
            </span>
          </p>
        </>
      )}
      {asked === 'password' && (
        <InputField
          key="password"
          id={`${ID}-password`}
          name="password"
          type="password"
          autoComplete="current-password"
          label={words.password}
          error={problem}
        />
      )}
      {asked === 'code' && (
        <InputField
          key="code"
          id={`${ID}-code`}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          label={words.code}
          error={problem}
        />
      )}
      <p>
        <Button disabled={sending} aria-busy={sending}>
          {sending ? words.sending : state.key ? words.confirm : words.begin}
        </Button>
      </p>
    </form>
  );
}
