import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { ImportProgress } from '@/components/registry/import-progress.client';
import { STATUS_TONES } from '@/components/registry/outcome-words';
import { DONE, importPath, listPath, REGISTRY_PATH } from '@/components/registry/registry-paths';
import { ActionForm } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/badge';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { localePath } from '@/lib/i18n/locales';
import type { ImportView } from '@/lib/registry/schema';
import { sendApply, sendCancel, sendUndo } from './actions';
import { InviteForm } from './invite-form';

/** Why an import was not checked, written or undone, where that can be said without its rows. */
const SAID = ['brokenOff', 'noLonger', 'notChecked', 'notUndone', 'taken', 'past', 'overlap', 'monthClosed'] as const;
/** The same, where the entries are named that were in the way. */
const NAMED = ['moved', 'movedSince', 'inUse'] as const;

type Props = { found: ImportView & { mayChange: boolean }; done: string | undefined };

/** The heading of an import: what it is, how it stands, and what can be done with it as a whole once it was applied. */
export async function ImportState({ found, done }: Props) {
  const [t, locale, format] = await Promise.all([getTranslations('registry'), getLocale(), getFormatter()]);
  const at = (instant: Date) =>
    format.dateTime(instant, { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'short' });
  const { id, version, counts, status, failure, appliedAt, undoneAt, mayChange } = found;
  const busy = status === 'checking' || status === 'applying' || status === 'undoing' ? status : null;
  const isWhy = (one: string) => failure?.endsWith(`.${one}`) ?? false;
  const named = found.failureValues && NAMED.find(isWhy);
  const failureWords = named
    ? t(`refused.${named}`, found.failureValues ?? {})
    : t(`refused.${SAID.find(isWhy) ?? (status === 'applied' ? 'undoFailedPlain' : 'failedPlain')}`);
  // what was begun has not been done yet
  const told = busy || failure ? undefined : DONE.find((one) => one === done);
  const hidden = { importId: id, version: String(version), rows: String(counts.added + counts.changed) };
  const list = t(`list.${found.list}.name`);
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: localePath(locale, REGISTRY_PATH), label: t('back') },
          { href: listPath(locale, found.list), label: list },
        ]}
        current={found.fileName}
      />
      <PageHeading
        title={t('import.title', { list, file: found.fileName })}
        lead={t('import.of', { madeBy: found.madeBy, at: at(found.checkedAt), rows: found.rows })}
      >
        <Badge tone={STATUS_TONES[status]}>{t(`status.${status}`)}</Badge>
      </PageHeading>
      {told && (
        <Notice kind="success" announce>
          {t(`done.${told}`)}
        </Notice>
      )}
      {failure && (
        <Notice
          kind="stop"
          title={t(
            failure.endsWith('.notChecked')
              ? 'import.checkFailed'
              : status === 'applied'
                ? 'import.undoFailed'
                : 'import.failed',
          )}
        >
          {failureWords}
        </Notice>
      )}
      {appliedAt && status === 'applied' && <p>{t('import.applied', { at: at(appliedAt) })}</p>}
      {undoneAt && <p>{t('import.undone', { at: at(undoneAt) })}</p>}
      {status === 'discarded' && <p>{t('import.discarded')}</p>}
      {busy && <WorkUnderWay found={found} busy={busy} hidden={hidden} />}
      {status === 'applied' && mayChange && counts.added + counts.changed > 0 && (
        <div className="mt-4 grid gap-4">
          {found.list === 'accounts' && <InviteForm hidden={hidden} />}
          <ActionForm
            id="undo"
            action={sendUndo}
            hidden={hidden}
            fields={[]}
            summary={t('import.undoTitle')}
            note={t('import.undoNote', { added: counts.added, changed: counts.changed })}
            submit={t('import.undo')}
            variant="danger"
          />
        </div>
      )}
    </>
  );
}

type Work = { found: Props['found']; busy: 'checking' | 'applying' | 'undoing'; hidden: Record<string, string> };

const STOP = { checking: 'import.cancelCheck', applying: 'import.cancel', undoing: 'import.cancelUndo' } as const;
const RESUME = {
  applying: { action: sendApply, note: 'import.resumeNote', submit: 'import.resume' },
  undoing: { action: sendUndo, note: 'import.resumeUndoNote', submit: 'import.resumeUndo' },
} as const;

/** How far the work on an import is, with the ways to stop it and to begin it again when it was broken off. */
async function WorkUnderWay({ found, busy, hidden }: Work) {
  const [t, locale] = await Promise.all([getTranslations('registry'), getLocale()]);
  const { id, done, rows, counts, mayChange } = found;
  const resume = busy === 'checking' ? null : RESUME[busy];
  return (
    <Notice kind="warning" title={t(`status.${busy}`)}>
      <ImportProgress>
        {busy === 'checking'
          ? t('import.checking', { done, rows })
          : t(busy === 'undoing' ? 'import.undoing' : 'import.running', { done, rows: counts.added + counts.changed })}
      </ImportProgress>
      <p className="my-3">
        <ButtonLink href={importPath(locale, id)}>{t('import.refresh')}</ButtonLink>
      </p>
      {mayChange && (
        <div className="grid gap-4">
          {resume ? (
            <ActionForm
              id="resume"
              action={resume.action}
              hidden={hidden}
              fields={[]}
              note={t(resume.note)}
              submit={t(resume.submit)}
              variant="secondary"
            />
          ) : (
            <p>{t('import.checkingNote')}</p>
          )}
          <ActionForm
            id="cancel"
            action={sendCancel}
            hidden={hidden}
            fields={[]}
            submit={t(STOP[busy])}
            variant="danger"
          />
        </div>
      )}
    </Notice>
  );
}
