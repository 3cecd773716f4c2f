'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Icon } from '@/components/ui/icon';
import type { SessionForm } from '@/lib/clinic-sessions/form-schema';
import { localePath } from '@/lib/i18n/locales';
import { ConflictView } from './conflict-view';
import { ConditionFields, ServiceFields, TechniqueFields } from './counted-fields';
import { DraftNotice } from './draft-notice';
import { ExpertFields, HeldFields } from './expert-fields';
import { ExplanationField } from './explanation-field';
import { FORM_ID, fieldId } from './field-source';
import type { LogAction } from './log-state';
import { PlanSummary } from './plan-summary';
import { SavedNotice } from './saved-notice';
import { firstValues, NOT_HELD, sameValues, valuesOf } from './session-values';
import { NoteField, TraineeFields } from './trainee-fields';
import { SUMMARY_ID, useLogForm } from './use-log-form.client';
import { VisitCounts } from './visit-counts';

type Props = { form: SessionForm; owner: string; submissionId: string; action: LogAction | null };

const ASKED_FIRST = ['visitsNew', 'visitsReturn', 'explanation'];
const HIDDEN_BY_SCRIPT = 'scripting:hidden';

/** The form of one session: the visits first, everything else as planned unless something differs. */
export function LogForm({ form, owner, submissionId, action }: Props) {
  const t = useTranslations('logging');
  const ui = useTranslations('ui.form');
  const locale = useLocale();
  const todayHref = localePath(locale, '/today');
  const log = useLogForm({
    form,
    owner,
    submissionId,
    action,
    onSent: () => location.assign(`${todayHref}?done=logged`),
  });
  const { state, typed, values, standing } = log;
  const [opened, setOpened] = useState(false);
  const source = { form, values, typed, problems: state.problems };
  const deep = state.problems.some(({ field }) => field !== null && !ASKED_FIRST.includes(field));
  const full = opened || deep || state.conflict !== null || (!form.planned && typed.expertPresence === undefined);
  const held = typed.held !== NOT_HELD;
  const first = firstValues(form);
  // visits that are divided as usual are compared as what they come to
  const explicit = log.checked.content ? valuesOf(log.checked.content) : typed;
  const asPlanned = sameValues(
    { ...typed, visitsNew: '', visitsReturn: '' },
    { ...typed, ...first, visitsNew: '', visitsReturn: '' },
  );
  const submitWords = () => {
    if (log.sending) return t('submit.sending');
    if (state.conflict) return t('submit.over');
    if (!held) return t('submit.notHeld');
    if (form.record) return t('submit.again');
    return t(asPlanned && form.planned ? 'submit.asPlanned' : 'submit.changed');
  };
  const submitButton = (
    <Button wide disabled={log.sending} aria-busy={log.sending} className="min-h-14 text-lg">
      {submitWords()}
    </Button>
  );
  if (log.saved) return <SavedNotice problem={log.saved.problem} />;

  return (
    <form
      ref={log.element}
      id={FORM_ID}
      action={log.action}
      onSubmit={log.submit}
      onInput={log.onInput}
      noValidate
      className="grid gap-5"
    >
      <ErrorSummary
        id={SUMMARY_ID}
        title={ui('errorTitle')}
        problems={state.problems.map(({ field, message }) => ({
          fieldId: field === null ? FORM_ID : fieldId(field),
          message,
        }))}
      />
      <DraftNotice found={log.draft.found} onDiscard={() => void log.draft.discard().then(() => log.fill(first))} />
      {state.conflict && (
        <ConflictView
          form={form}
          typed={explicit}
          theirs={state.conflict}
          onChoose={(chosen) => log.fill(chosen, { conflict: state.conflict })}
          onGiveUp={() => void log.giveUp().then(() => location.assign(todayHref))}
        />
      )}
      <input type="hidden" name="submissionId" value={state.submissionId ?? submissionId} />
      <input type="hidden" name="clinicId" value={form.clinic.id} />
      <input type="hidden" name="date" value={form.date} />
      <input type="hidden" name="half" value={form.half} />
      <input type="hidden" name="version" value={standing?.version ?? ''} />
      <div key={log.revision} className="grid gap-5">
        <div className={held ? undefined : HIDDEN_BY_SCRIPT}>
          <VisitCounts source={source} />
        </div>
        <ExplanationField source={source} checked={log.checked} />
        <PlanSummary form={form} typed={typed} />
        {submitButton}
        <p data-needs-script="now" className="-mt-3 min-h-6 text-center text-sm text-ink-soft">
          {log.draft.kept && t('draft.kept')}
        </p>
        <button
          type="button"
          data-needs-script=""
          aria-expanded={full}
          aria-controls="log-full"
          onClick={() => setOpened(!full)}
          className="flex min-h-12 cursor-pointer items-center gap-2 rounded-lg border border-line-strong bg-surface px-4 py-2 text-left font-medium hover:border-accent hover:text-accent"
        >
          <Icon name="chevronDown" className={`size-[1.2em] text-ink-faint ${full ? 'rotate-180' : ''}`} />
          {t(full ? 'differs.close' : 'differs.open')}
        </button>
        <div id="log-full" className={full ? 'grid gap-8' : `grid gap-8 ${HIDDEN_BY_SCRIPT}`}>
          <h2 className="text-xl">{t('differs.title')}</h2>
          <HeldFields source={source} />
          <div className={held ? 'grid gap-8' : `grid gap-8 ${HIDDEN_BY_SCRIPT}`}>
            <ExpertFields source={source} />
            <TraineeFields source={source} />
            <ServiceFields source={source} />
            <ConditionFields source={source} />
            <TechniqueFields source={source} />
          </div>
          <NoteField source={source} />
          {submitButton}
        </div>
      </div>
    </form>
  );
}
