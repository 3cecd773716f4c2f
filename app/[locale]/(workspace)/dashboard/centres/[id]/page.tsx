import type { Metadata } from 'next';
import { dashboardMetadata, UnitDashboard } from '@/app/[locale]/(workspace)/dashboard/unit-dashboard';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return await dashboardMetadata({ level: 'centre', code: (await params).id });
}

export default async function CentreDashboardPage({ params, searchParams }: Props) {
  return <UnitDashboard unit={{ level: 'centre', code: (await params).id }} parameters={await searchParams} />;
}
