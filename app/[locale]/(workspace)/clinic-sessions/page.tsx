import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { newExportPath } from '@/components/exports/export-paths';
import { FilterChips } from '@/components/search/filter-chips';
import { filterLines } from '@/components/session-list/filter-lines';
import { exportPath, listPath } from '@/components/session-list/list-paths';
import { SessionFilters } from '@/components/session-list/session-filters';
import { SessionTable } from '@/components/session-list/session-table';
import { ViewLinks } from '@/components/session-list/view-links';
import { ActionForm } from '@/components/ui/action-form';
import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { Pager } from '@/components/ui/pager';
import { mayI } from '@/lib/access/abilities';
import { requireActor } from '@/lib/auth/require-actor';
import { getFilterNames, listSessionChoices } from '@/lib/clinic-sessions/list-choices-queries';
import { MOST_EXPORTED } from '@/lib/clinic-sessions/list-export';
import { listClinicSessions } from '@/lib/clinic-sessions/list-queries';
import {
  type AddressParameters,
  DEFAULT_COLUMNS,
  parseSessionList,
  type SessionListRequest,
  sessionListQuery,
} from '@/lib/clinic-sessions/list-schema';
import { listSavedViews } from '@/lib/clinic-sessions/saved-view-queries';
import { VIEW_NAME_LIMIT } from '@/lib/clinic-sessions/saved-view-schema';
import { sendView } from './views/actions';
import { ViewDone } from './views/view-done';

type Props = { searchParams: Promise<AddressParameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('session-list'))('title') };
}

export default async function ClinicSessionsPage({ searchParams }: Props) {
  const actor = await requireActor();
  if (!mayI(actor, 'read', 'ClinicSession')) notFound();
  const parameters = await searchParams;
  const asked = parseSessionList(parameters);
  const { filter, cursor } = asked;
  const [page, choices, names, views, sessions, list, terms, locale] = await Promise.all([
    listClinicSessions(actor, filter, { cursor }),
    listSessionChoices(actor, filter),
    getFilterNames(actor, filter),
    listSavedViews(actor, 'clinic-sessions'),
    getTranslations('sessions'),
    getTranslations('session-list'),
    getTranslations('terms'),
    getLocale(),
  ]);
  const lines = filterLines(locale, { sessions, list, terms }, filter, names);
  const chips = lines.map(({ name, label, value }) => ({
    key: name,
    label: list('filter.chip', { label, value }),
    removeHref: listPath(locale, { ...asked, filter: { ...filter, [name]: undefined } }),
  }));
  return (
    <>
      <PageHeading title={list('title')} lead={list('lead')} />
      <ViewDone parameters={parameters} views={views} />
      <ViewLinks views={views} query={sessionListQuery(asked)} />
      <SessionFilters asked={asked} choices={choices} />
      <FilterChips chips={chips} clearHref={listPath(locale, { ...asked, filter: {} })} />
      {page.rows.length > 0 ? (
        <>
          {mayI(actor, 'export', 'ClinicSession') && <ExportLinks asked={asked} />}
          <SessionTable rows={page.rows} columns={asked.columns} />
        </>
      ) : (
        <Notice title={list(cursor ? 'endTitle' : chips.length > 0 ? 'emptyTitle' : 'nothingTitle')}>
          {chips.length > 0 && (
            <a
              href={listPath(locale, { filter: {}, columns: asked.columns })}
              className="inline-flex min-h-11 items-center text-link"
            >
              {list('showAll')}
            </a>
          )}
        </Notice>
      )}
      <Pager
        label={list('pager.label')}
        previousHref={cursor ? listPath(locale, asked) : null}
        previous={list('pager.newest')}
        nextHref={page.next && listPath(locale, asked, page.next)}
        next={list('pager.older')}
      />
      <div className="no-print mt-8">
        <ActionForm
          id="keep-view"
          action={sendView}
          summary={list('view.keep')}
          note={list('view.keepNote')}
          fields={[{ name: 'name', label: list('view.name'), hint: list('view.nameHint'), maxLength: VIEW_NAME_LIMIT }]}
          hidden={{ query: sessionListQuery(asked) }}
          submit={list('view.save')}
          narrow
        />
      </div>
    </>
  );
}

async function ExportLinks({ asked }: { asked: SessionListRequest }) {
  const [t, link, locale] = await Promise.all([
    getTranslations('session-list.export'),
    getTranslations('exports.link'),
    getLocale(),
  ]);
  return (
    <p className="no-print my-4 flex flex-wrap items-center gap-3">
      <ButtonLink href={exportPath(locale, asked, 'xlsx')} download>
        <Icon name="download" />
        {t('xlsx')}
      </ButtonLink>
      <ButtonLink href={exportPath(locale, asked, 'csv')} download variant="quiet">
        {t('csv')}
      </ButtonLink>
      <span className="text-sm text-ink-soft">{t('hint', { most: MOST_EXPORTED })}</span>
      <a
        href={newExportPath(locale, 'clinic_sessions', sessionListQuery(asked))}
        className="inline-flex min-h-11 items-center text-sm text-link"
      >
        {link('background')}
      </a>
      {asked.columns.join() !== DEFAULT_COLUMNS.join() && (
        <a
          href={listPath(locale, { ...asked, columns: DEFAULT_COLUMNS })}
          className="inline-flex min-h-11 items-center text-sm text-link"
        >
          {t('usualColumns')}
        </a>
      )}
    </p>
  );
}
