import { absent, type HandlerRoute, problem } from './route-visit';
import { CENTRE, CLINIC, NOWHERE } from './samples';

// The public API.

export const API_HANDLERS: readonly HandlerRoute[] = [
  {
    pattern: '/api/v1/[...path]',
    good: [],
    bad: [absent('/api/v1/nothing'), absent('/api/v1/facilities/a/b/c')],
  },
  { pattern: '/api/v1/alliances', good: ['/api/v1/alliances'], bad: [problem('/api/v1/alliances?limit=0')] },
  { pattern: '/api/v1/conditions', good: ['/api/v1/conditions'], bad: [problem('/api/v1/conditions?limit=x')] },
  { pattern: '/api/v1/districts', good: ['/api/v1/districts'], bad: [problem('/api/v1/districts?what=1')] },
  {
    pattern: '/api/v1/facilities',
    good: [
      '/api/v1/facilities',
      '/api/v1/facilities?near=31.2,121.44&q=腰痛',
      '/api/v1/facilities?near=39.9,116.4&limit=1',
    ],
    bad: [
      problem('/api/v1/facilities?near=91,181'),
      problem('/api/v1/facilities?kind=castle'),
      problem('/api/v1/facilities?limit=100000'),
      problem('/api/v1/facilities?radius=-5&near=31.2,121.44'),
      problem('/api/v1/facilities?cursor=nonsense'),
    ],
  },
  {
    pattern: '/api/v1/facilities/[id]',
    good: [`/api/v1/facilities/${CENTRE}`],
    bad: [absent(`/api/v1/facilities/${NOWHERE}`), problem(`/api/v1/facilities/${CENTRE}?x=1`)],
  },
  {
    pattern: '/api/v1/joint-clinics',
    good: ['/api/v1/joint-clinics', '/api/v1/joint-clinics?district=310104&limit=1'],
    bad: [problem('/api/v1/joint-clinics?hospital=none')],
  },
  {
    pattern: '/api/v1/joint-clinics/[id]',
    good: [`/api/v1/joint-clinics/${CLINIC}`],
    bad: [absent(`/api/v1/joint-clinics/${NOWHERE}`)],
  },
  {
    pattern: '/api/v1/joint-clinics/[id]/sessions',
    good: [`/api/v1/joint-clinics/${CLINIC}/sessions?from=2026-11-18&to=2026-12-31`],
    bad: [
      absent(`/api/v1/joint-clinics/${NOWHERE}/sessions`),
      problem(`/api/v1/joint-clinics/${CLINIC}/sessions?from=2026-02-30`),
      problem(`/api/v1/joint-clinics/${CLINIC}/sessions?from=2026-12-01&to=2026-11-01`),
    ],
  },
  { pattern: '/api/v1/openapi.json', good: ['/api/v1/openapi.json'], bad: [] },
  { pattern: '/api/v1/ping', good: ['/api/v1/ping'], bad: [] },
  { pattern: '/api/v1/techniques', good: ['/api/v1/techniques'], bad: [problem('/api/v1/techniques?limit=0')] },
];
