import 'server-only';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { changePagePath, changesPath } from '@/components/registry/change-paths';
import { ActionForm } from '@/components/ui/action-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { TextLink } from '@/components/ui/text-link';
import type { Actor } from '@/lib/access/actor';
import { inLocale, localePath } from '@/lib/i18n/locales';
import { getClosingForm } from '@/lib/registry/changes/closing-queries';
import type { ClosingKind } from '@/lib/registry/changes/closing-schema';
import { sendClosing } from './actions';
import { closingFields } from './closing-fields';

type Props = { actor: Actor; facilityId: string; kind: ClosingKind };

/** The form about the end of a facility. */
export async function ClosingProposal({ actor, facilityId, kind }: Props) {
  const form = await getClosingForm(actor, { facilityId, kind });
  if (!form) notFound();
  const [t, locale, fields] = await Promise.all([getTranslations('changes'), getLocale(), closingFields(kind, form)]);
  const name = inLocale(locale, form.facility.name, form.facility.nameEn);
  const title = t(`kindTitle.${kind}`, { name });
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: changesPath(locale), label: t('title') },
          { href: changesPath(locale, { facility: facilityId }), label: t('kindTitle.profile', { name }) },
        ]}
        current={title}
      />
      <PageHeading title={title} lead={t(`closing.lead.${kind}`)} />
      {form.open ? (
        <Notice kind="info">
          {t('propose.open')}{' '}
          <TextLink href={localePath(locale, changePagePath(form.open.id))}>{t('propose.openLink')}</TextLink>
        </Notice>
      ) : (
        <ActionForm
          id="closing"
          action={sendClosing}
          hidden={{ facilityId, kind }}
          note={t('propose.next')}
          fields={fields}
          submit={t('propose.send')}
        />
      )}
    </>
  );
}
