import { badParameters, type HandlerRoute, normal, type PageRoute, problem } from './route-visit';

// What is counted, and figures for everybody.

export const FIGURE_PAGES: readonly PageRoute[] = [
  {
    pattern: '/figures',
    visits: [
      normal('/figures'),
      normal('/figures?quarter=2026-Q2&indicator=operating_clinics'),
      badParameters('/figures?quarter=2026-Q4&indicator=constructor&quarter=x'),
    ],
  },
  { pattern: '/what-we-count', visits: [normal('/what-we-count')] },
];

export const FIGURE_HANDLERS: readonly HandlerRoute[] = [
  {
    pattern: '/api/v1/figures',
    good: ['/api/v1/figures', '/api/v1/figures?quarter=2026-Q2&indicator=held_rate&level=district'],
    bad: [
      problem('/api/v1/figures?quarter=2026-Q4'),
      problem('/api/v1/figures?indicator=sessions_expected'),
      problem('/api/v1/figures?level=centre'),
    ],
  },
  {
    pattern: '/figures/download',
    good: ['/figures/download', '/en/figures/download?quarter=2026-Q2&format=csv'],
    bad: [problem('/figures/download?quarter=2026-Q4'), problem('/figures/download?format=pdf')],
  },
];
