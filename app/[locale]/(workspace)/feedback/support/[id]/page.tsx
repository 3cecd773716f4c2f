import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { SupportForms } from '@/app/[locale]/(workspace)/feedback/support/support-forms';
import { wayToDo } from '@/app/[locale]/(workspace)/feedback/support/way-to-do';
import type { Parameters } from '@/app/[locale]/(workspace)/joint-clinics/clinic-page';
import { SUPPORT_DONE, SUPPORT_PATH } from '@/components/feedback/feedback-paths';
import { AnswerTime } from '@/components/feedback/report-table';
import { SupportOwner, SupportState } from '@/components/feedback/support-table';
import { SupportThread } from '@/components/feedback/support-thread';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { DateText, InstantText } from '@/components/ui/date-text';
import { monthText } from '@/components/ui/date-words';
import { DescriptionList } from '@/components/ui/description-list';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { requireActor } from '@/lib/auth/require-actor';
import { getSupportRequest } from '@/lib/directory/support-queries';
import { localePath } from '@/lib/i18n/locales';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Parameters> };

async function requireRequest({ params }: Pick<Props, 'params'>) {
  const request = await getSupportRequest(await requireActor(), (await params).id);
  if (!request) notFound();
  return request;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ kind }, t] = await Promise.all([requireRequest(props), getTranslations('feedback.support.kind')]);
  return { title: t(kind) };
}

export default async function SupportRequestPage(props: Props) {
  const [actor, request, t, locale, { done }] = await Promise.all([
    requireActor(),
    requireRequest(props),
    getTranslations('feedback.support'),
    getLocale(),
    props.searchParams,
  ]);
  const { kind, month, dueOn, answeredAt } = request;
  const was = SUPPORT_DONE.find((one) => one === done);
  const way = wayToDo(actor, request, locale);
  return (
    <>
      <Breadcrumbs
        trail={[{ href: localePath(locale, SUPPORT_PATH), label: t('title') }]}
        current={t(`kind.${kind}`)}
      />
      <PageHeading title={t(`kind.${kind}`)}>
        <SupportState request={request} />
      </PageHeading>
      {was && (
        <Notice kind="success" announce>
          {t(`saidDone.${was}`)}
        </Notice>
      )}
      <DescriptionList
        items={[
          { key: 'month', term: t('ask.month'), description: month && monthText(locale, month) },
          { key: 'owner', term: t('column.owner'), description: <SupportOwner request={request} /> },
          { key: 'due', term: t('column.due'), description: <DateText date={dueOn} year /> },
          {
            key: 'took',
            term: t('took'),
            description: answeredAt && (
              <>
                <InstantText at={answeredAt} /> · <AnswerTime report={request} />
              </>
            ),
          },
        ]}
      />
      {way && (
        <p className="no-print my-4">
          <ButtonLink href={way}>
            {t(`way.${kind}`)}
            <Icon name="arrowRight" />
          </ButtonLink>
        </p>
      )}
      <Section id="thread" title={t('thread')}>
        <SupportThread request={request} />
        <SupportForms request={request} />
      </Section>
    </>
  );
}
