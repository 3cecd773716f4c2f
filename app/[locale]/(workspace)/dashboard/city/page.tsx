import type { Metadata } from 'next';
import { dashboardMetadata, UnitDashboard } from '@/app/[locale]/(workspace)/dashboard/unit-dashboard';

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

const CITY = { level: 'city' } as const;

export async function generateMetadata(): Promise<Metadata> {
  return await dashboardMetadata(CITY);
}

export default async function CityDashboardPage({ searchParams }: Props) {
  return <UnitDashboard unit={CITY} parameters={await searchParams} />;
}
