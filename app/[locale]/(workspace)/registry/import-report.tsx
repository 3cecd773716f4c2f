import { getLocale, getTranslations } from 'next-intl/server';
import { ImportRows } from '@/components/registry/import-rows';
import { MatchComparison } from '@/components/registry/match-comparison';
import { copyPath, importPath } from '@/components/registry/registry-paths';
import { UndoNote } from '@/components/registry/undo-note';
import { ActionForm } from '@/components/ui/action-form';
import { ButtonLink } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Icon } from '@/components/ui/icon';
import { LinkTabs } from '@/components/ui/link-tabs';
import { Notice } from '@/components/ui/notice';
import { Pager } from '@/components/ui/pager';
import { Section } from '@/components/ui/section';
import type { Actor } from '@/lib/access/actor';
import type { Reader } from '@/lib/registry/files/export';
import { listImportRows } from '@/lib/registry/queries';
import { IMPORT_OUTCOMES, type ImportOutcome, type ImportRowPage, type ImportView } from '@/lib/registry/schema';
import { sendApply, sendChoices, sendDiscard, sendRecheck } from './actions';
import { choiceFields } from './choice-fields';

type Found = ImportView & { mayChange: boolean };
type Query = { outcome?: ImportOutcome; after?: number };
type Props = { actor: Actor; found: Found; query: Query; page: ImportRowPage; reader: Reader };

/** What a file would do, row by row, with the questions it leaves and the way to write it. */
export async function ImportReport({ actor, found, query, page, reader }: Props) {
  const [t, locale] = await Promise.all([getTranslations('registry'), getLocale()]);
  const open = found.status === 'checked' && found.mayChange;
  const shown = [undefined, ...IMPORT_OUTCOMES.filter((outcome) => found.counts[outcome] > 0)];
  return (
    <>
      {open && <Questions actor={actor} found={found} reader={reader} />}
      {open && <Writing actor={actor} found={found} reader={reader} />}
      <Section id="rows" title={t('import.caption')}>
        <LinkTabs
          label={t('import.outcome')}
          tabs={shown.map((outcome) => ({
            href: importPath(locale, found.id, { outcome }),
            label: outcome
              ? t('import.count', { outcome: t(`outcome.${outcome}`), count: found.counts[outcome] })
              : t('import.all', { count: found.rows }),
            current: query.outcome === outcome,
          }))}
        />
        <UnreadColumns columns={found.columns} />
        <ImportRows rows={page.rows} />
        <Pager
          label={t('import.caption')}
          previousHref={query.after ? importPath(locale, found.id, { outcome: query.outcome }) : null}
          nextHref={
            page.next === null ? null : importPath(locale, found.id, { outcome: query.outcome, after: page.next })
          }
        />
      </Section>
      <div className="mt-8 grid grid-cols-[minmax(0,1fr)] gap-3">
        <p className="max-w-prose text-ink-soft">{t('import.copyNote')}</p>
        <p>
          <ButtonLink href={copyPath(locale, found.id)}>
            <Icon name="download" />
            {t('import.copy')}
          </ButtonLink>
        </p>
        {found.unmentioned > 0 && <p>{t('import.unmentioned', { count: found.unmentioned })}</p>}
        <Disclosure summary={t('import.columns')}>
          <ul>
            {found.columns
              .filter(({ header }) => header !== '')
              .map(({ header, key, twin }) => (
                <li key={`${header} ${key}`}>
                  {key
                    ? t('import.columnRead', { header, column: t(`column.${key}.label`) })
                    : twin
                      ? t('import.columnTwin', { header, column: t(`column.${twin}.label`) })
                      : t('import.columnLeft', { header })}
                </li>
              ))}
          </ul>
        </Disclosure>
      </div>
    </>
  );
}

/** Columns of the file that were left out, said before anybody trusts the rows. */
async function UnreadColumns({ columns }: Pick<Found, 'columns'>) {
  const [t, locale] = await Promise.all([getTranslations('registry'), getLocale()]);
  const unread = columns.filter(({ header, key }) => header !== '' && key === null);
  const twins = unread.flatMap(({ header, twin }) => (twin ? [{ header, twin }] : []));
  const foreign = unread.filter(({ twin }) => !twin).map(({ header }) => header);
  return (
    <>
      {twins.length > 0 && (
        <Notice kind="warning" title={t('import.twins')}>
          {twins.map(({ header, twin }) => (
            <p key={`${header} ${twin}`}>{t('import.columnTwin', { header, column: t(`column.${twin}.label`) })}</p>
          ))}
        </Notice>
      )}
      {foreign.length > 0 && (
        <p className="my-3 max-w-prose">
          {t('import.unread', { columns: foreign.join(locale === 'en' ? ', ' : '、') })}
        </p>
      )}
    </>
  );
}

async function Questions({ actor, found, reader }: Pick<Props, 'actor' | 'found' | 'reader'>) {
  const page = await listImportRows(actor, { importId: found.id, candidates: true }, reader);
  if (!page || page.rows.length === 0) return null;
  const [t, fields] = await Promise.all([getTranslations('registry.import'), choiceFields(page.rows)]);
  return (
    <Section id="questions" title={t('questions')}>
      <div className="mb-4 grid grid-cols-[minmax(0,1fr)] gap-2">
        {page.rows.map((row) => (
          <MatchComparison key={row.line} row={row} />
        ))}
      </div>
      <ActionForm
        id="choices"
        action={sendChoices}
        hidden={{ importId: found.id, version: String(found.version) }}
        fields={fields}
        note={t('questionsNote')}
        submit={t('saveChoices')}
      />
    </Section>
  );
}

/** Closed places that the file opens again, named before it is written. */
async function Reopened({ actor, found, reader }: Pick<Props, 'actor' | 'found' | 'reader'>) {
  const wanted = { importId: found.id, outcomes: ['changed'], problem: 'reopens' } as const;
  const page = await listImportRows(actor, wanted, reader);
  if (!page || page.rows.length === 0) return null;
  const t = await getTranslations('registry.import');
  return (
    <Notice kind="warning" title={t('reopened')}>
      <ul className="list-disc ps-6">
        {page.rows.map(({ line, label }) => (
          <li key={line}>{t('question', { line, label })}</li>
        ))}
      </ul>
      {page.next !== null && <p>{t('reopenedMore', { count: page.rows.length })}</p>}
      <p>{t('reopenedNote')}</p>
    </Notice>
  );
}

async function Writing({ actor, found, reader }: Pick<Props, 'actor' | 'found' | 'reader'>) {
  const t = await getTranslations('registry.import');
  const { added, changed, faulty, question } = found.counts;
  const hidden = { importId: found.id, version: String(found.version), rows: String(added + changed) };
  return (
    <Section id="write" title={t('applyTitle')}>
      {added + changed === 0 ? (
        <p>{t('nothing')}</p>
      ) : (
        <>
          <Reopened actor={actor} found={found} reader={reader} />
          <div className="mb-4">
            <UndoNote list={found.list} />
          </div>
          <ActionForm
            id="apply"
            action={sendApply}
            hidden={hidden}
            fields={[]}
            note={t('applyNote', { added, changed, faulty, question })}
            submit={t('apply', { count: added + changed })}
          />
        </>
      )}
      <div className="mt-4 flex flex-wrap gap-3">
        <ActionForm
          id="again"
          action={sendRecheck}
          hidden={hidden}
          fields={[]}
          submit={t('again')}
          variant="secondary"
        />
        <ActionForm
          id="discard"
          action={sendDiscard}
          hidden={hidden}
          fields={[]}
          submit={t('discard')}
          variant="danger"
        />
      </div>
    </Section>
  );
}
