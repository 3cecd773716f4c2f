import 'server-only';
import { reportCharts } from '@/components/exports/chart-files';
import { paperPictures } from '@/lib/exports/chart-export';
import type { DrawCharts } from '@/lib/exports/work-report-export';

/** Charts of a dashboard's page as pictures of a report. */
export const drawCharts: DrawCharts = async (dashboard, language) =>
  await paperPictures(reportCharts(dashboard, language));
