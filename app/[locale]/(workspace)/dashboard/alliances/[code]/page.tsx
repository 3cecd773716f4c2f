import type { Metadata } from 'next';
import { dashboardMetadata, UnitDashboard } from '@/app/[locale]/(workspace)/dashboard/unit-dashboard';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return await dashboardMetadata({ level: 'alliance', code: (await params).code });
}

export default async function AllianceDashboardPage({ params, searchParams }: Props) {
  return <UnitDashboard unit={{ level: 'alliance', code: (await params).code }} parameters={await searchParams} />;
}
