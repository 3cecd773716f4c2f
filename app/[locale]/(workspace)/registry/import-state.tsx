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

/** Why an import was not checked or written, where that can be said without its rows. */
const SAID = ['brokenOff', 'noLonger', 'notChecked'] as const;

type Props = { found: ImportView & { mayChange: boolean }; done: string | undefined };

/** The heading of an import: what it is, how it stands, and what can be done with it as a whole once it was applied. */
export async function ImportState({ found, done }: Props) {
  const [t, locale, format] = await Promise.all([getTranslations('registry'), getLocale(), getFormatter()]);
  const at = (instant: Date) =>
    format.dateTime(instant, { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'short' });
  const { id, version, counts, status, failure, appliedAt, undoneAt, mayChange } = found;
  const busy = status === 'checking' || status === 'applying';
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
        <Notice kind="stop" title={t(failure.endsWith('.notChecked') ? 'import.checkFailed' : 'import.failed')}>
          {t(`refused.${SAID.find((one) => failure.endsWith(`.${one}`)) ?? 'failedPlain'}`)}
        </Notice>
      )}
      {appliedAt && status === 'applied' && <p>{t('import.applied', { at: at(appliedAt) })}</p>}
      {undoneAt && <p>{t('import.undone', { at: at(undoneAt) })}</p>}
      {status === 'discarded' && <p>{t('import.discarded')}</p>}
      {busy && (
        <Notice kind="warning" title={t(`status.${status}`)}>
          <ImportProgress>
            {status === 'checking'
              ? t('import.checking', { done: found.done, rows: found.rows })
              : t('import.running', { done: found.done, rows: counts.added + counts.changed })}
          </ImportProgress>
          <p className="my-3">
            <ButtonLink href={importPath(locale, id)}>{t('import.refresh')}</ButtonLink>
          </p>
          {mayChange && (
            <div className="grid gap-4">
              {status === 'applying' ? (
                <ActionForm
                  id="resume"
                  action={sendApply}
                  hidden={hidden}
                  fields={[]}
                  note={t('import.resumeNote')}
                  submit={t('import.resume')}
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
                submit={t(status === 'checking' ? 'import.cancelCheck' : 'import.cancel')}
                variant="danger"
              />
            </div>
          )}
        </Notice>
      )}
      {status === 'applied' && mayChange && counts.added + counts.changed > 0 && (
        <div className="mt-4">
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
