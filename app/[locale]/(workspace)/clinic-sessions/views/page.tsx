import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { keptWords } from '@/app/[locale]/(workspace)/dashboard/kept-words';
import { filterLines } from '@/components/session-list/filter-lines';
import { listQueryPath, savedViewPath } from '@/components/session-list/list-paths';
import { ActionForm } from '@/components/ui/action-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { PageHeading } from '@/components/ui/page-heading';
import { TextLink } from '@/components/ui/text-link';
import type { Actor } from '@/lib/access/actor';
import { requireActor } from '@/lib/auth/require-actor';
import { getFilterNames } from '@/lib/clinic-sessions/list-choices-queries';
import { type AddressParameters, DEFAULT_COLUMNS, parseSessionList } from '@/lib/clinic-sessions/list-schema';
import { listSavedViews } from '@/lib/clinic-sessions/saved-view-queries';
import { SAVED_LISTS, type SavedViewListed, VIEW_NAME_LIMIT } from '@/lib/clinic-sessions/saved-view-schema';
import { sendViewName, sendViewRemoval } from './actions';
import { ViewDone } from './view-done';

type Props = { searchParams: Promise<AddressParameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('session-list.view'))('title') };
}

export default async function SavedViewsPage({ searchParams }: Props) {
  const actor = await requireActor();
  const [parameters, t, locale, ...lists] = await Promise.all([
    searchParams,
    getTranslations('session-list'),
    getLocale(),
    ...SAVED_LISTS.map((list) => listSavedViews(actor, list)),
  ]);
  const views = lists.flat();
  return (
    <>
      <Breadcrumbs trail={[{ href: listQueryPath(locale, ''), label: t('title') }]} current={t('view.title')} />
      <PageHeading title={t('view.title')} lead={t('view.lead')} />
      <ViewDone parameters={parameters} views={views} />
      {views.length === 0 && <p>{t('view.none')}</p>}
      <ul className="grid gap-4">
        {views.map((view) => (
          <Card as="li" key={view.id} className="border-line">
            <View actor={actor} view={view} />
          </Card>
        ))}
      </ul>
    </>
  );
}

/** The conditions of a list of sessions in words. */
async function conditionsOf(actor: Actor, query: string): Promise<string> {
  const { filter, columns } = parseSessionList(Object.fromEntries(new URLSearchParams(query)));
  const [names, sessions, list, terms, locale] = await Promise.all([
    getFilterNames(actor, filter),
    getTranslations('sessions'),
    getTranslations('session-list'),
    getTranslations('terms'),
    getLocale(),
  ]);
  const lines = filterLines(locale, { sessions, list, terms }, filter, names);
  const said = lines.map(({ label, value }) => list('filter.chip', { label, value }));
  if (columns.join() !== DEFAULT_COLUMNS.join()) said.push(list('view.columns', { count: columns.length }));
  return said.length > 0 ? said.join(list('filter.semicolon')) : list('view.all');
}

async function View({ actor, view }: { actor: Actor; view: SavedViewListed }) {
  const { id, name, query } = view;
  const [list, locale] = await Promise.all([getTranslations('session-list'), getLocale()]);
  const said = view.list === 'dashboard' ? await keptWords(actor, query) : await conditionsOf(actor, query);
  return (
    <>
      <h2 className="text-lg">
        <TextLink href={savedViewPath(locale, view)} className="inline-flex min-h-11 items-center">
          {name}
        </TextLink>
      </h2>
      <p className="mb-3 text-ink-soft">{said}</p>
      <div className="grid gap-3">
        <ActionForm
          id={`rename-${id}`}
          action={sendViewName}
          summary={list('view.rename')}
          fields={[{ name: 'name', label: list('view.name'), maxLength: VIEW_NAME_LIMIT, defaultValue: name }]}
          hidden={{ id }}
          submit={list('view.rename')}
          narrow
        />
        <form action={sendViewRemoval}>
          <input type="hidden" name="id" value={id} />
          <Button variant="danger" aria-label={list('view.removeNamed', { name })}>
            {list('view.remove')}
          </Button>
        </form>
      </div>
    </>
  );
}
