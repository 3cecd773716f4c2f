import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import type { Parameters } from '@/app/[locale]/(workspace)/joint-clinics/clinic-page';
import { registryReader } from '@/app/[locale]/(workspace)/registry/registry-words';
import { changePagePath, changesPath } from '@/components/registry/change-paths';
import { ChangeTable } from '@/components/registry/change-table';
import { ActionForm } from '@/components/ui/action-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Disclosure } from '@/components/ui/disclosure';
import { LinkTabs } from '@/components/ui/link-tabs';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { Pager } from '@/components/ui/pager';
import { TextLink } from '@/components/ui/text-link';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { requireActor } from '@/lib/auth/require-actor';
import { inLocale, localePath } from '@/lib/i18n/locales';
import { getChangeForm, listChangeFacilities } from '@/lib/registry/changes/change-form-queries';
import { listChanges } from '@/lib/registry/changes/change-queries';
import { CHANGE_STATES, changeFilterSchema } from '@/lib/registry/changes/change-schema';
import { CLOSING_KINDS } from '@/lib/registry/changes/closing-schema';
import { sendProposal } from './actions';
import { ClosingProposal } from './closing-proposal';
import { proposalFields } from './proposal-fields';

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('changes'))('title') };
}

export default async function ChangesPage({ searchParams }: Props) {
  const actor = await requireActor();
  if (!mayI(actor, 'export', 'ChangeRequest')) notFound();
  const asked = await searchParams;
  const { facility } = asked;
  if (typeof facility !== 'string') return <Requests actor={actor} asked={asked} />;
  const kind = CLOSING_KINDS.find((one) => one === asked.kind);
  if (kind) return <ClosingProposal actor={actor} facilityId={facility} kind={kind} />;
  return <Proposal actor={actor} facilityId={facility} />;
}

/** The form about a facility. */
async function Proposal({ actor, facilityId }: { actor: Actor; facilityId: string }) {
  const form = await getChangeForm(actor, { facilityId }, await registryReader());
  if (!form) notFound();
  const [t, locale, fields] = await Promise.all([getTranslations('changes'), getLocale(), proposalFields(form)]);
  const title = t('kindTitle.profile', { name: inLocale(locale, form.facility.name, form.facility.nameEn) });
  return (
    <>
      <Breadcrumbs trail={[{ href: changesPath(locale), label: t('title') }]} current={title} />
      <PageHeading title={title} lead={t('propose.note')} />
      {form.open ? (
        <Notice kind="info">
          {t('propose.open')}{' '}
          <TextLink href={localePath(locale, changePagePath(form.open.id))}>{t('propose.openLink')}</TextLink>
        </Notice>
      ) : (
        <>
          <p className="no-print mb-6 flex flex-wrap gap-x-6">
            {CLOSING_KINDS.map((kind) => (
              <TextLink
                key={kind}
                href={changesPath(locale, { facility: facilityId, kind })}
                className="inline-flex min-h-12 items-center"
              >
                {t(`closing.link.${kind}`)}
              </TextLink>
            ))}
          </p>
          <ActionForm
            id="proposal"
            action={sendProposal}
            hidden={{ facilityId }}
            note={t('propose.next')}
            fields={fields}
            submit={t('propose.send')}
          />
        </>
      )}
    </>
  );
}

async function Requests({ actor, asked }: { actor: Actor; asked: Parameters }) {
  const filter = changeFilterSchema.parse(asked);
  const [t, state, locale, facilities, { changes, next }] = await Promise.all([
    getTranslations('changes'),
    getTranslations('changes.state'),
    getLocale(),
    listChangeFacilities(actor),
    listChanges(actor, filter),
  ]);
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      {facilities.length > 0 && (
        <div className="no-print mb-6">
          <Disclosure summary={t('propose.title')}>
            <p className="mb-2">{t('propose.lead')}</p>
            <ul>
              {facilities.map(({ id, name, nameEn }) => (
                <li key={id}>
                  <TextLink href={changesPath(locale, { facility: id })} className="inline-flex min-h-12 items-center">
                    {inLocale(locale, name, nameEn)}
                  </TextLink>
                </li>
              ))}
            </ul>
          </Disclosure>
        </div>
      )}
      <LinkTabs
        label={t('views')}
        tabs={[null, ...CHANGE_STATES].map((one) => ({
          href: changesPath(locale, { state: one }),
          label: one ? state(one) : t('all'),
          current: filter.state === one,
        }))}
      />
      <ChangeTable changes={changes} />
      <Pager
        label={t('pages')}
        previousHref={filter.after && changesPath(locale, { state: filter.state })}
        previous={t('first')}
        nextHref={next && changesPath(locale, { state: filter.state, after: next })}
      />
    </>
  );
}
