import { badParameters, missing, normal, nothingFound, type PageRoute } from './route-visit';

// The pages of those who confirm, sign and accept records, and close months.

export const REVIEW_PAGES: readonly PageRoute[] = [
  {
    pattern: '/clinic-sessions/confirm',
    signedInAs: 'alliance_officer',
    visits: [
      normal('/clinic-sessions/confirm'),
      normal('/clinic-sessions/confirm?district=310101'),
      nothingFound('/clinic-sessions/confirm?centre=no-such-centre'),
      badParameters('/clinic-sessions/confirm?district=%00&expert=a&expert=b&after=2026-02-30~x&centre=<script>'),
    ],
  },
  {
    pattern: '/clinic-sessions/accept',
    signedInAs: 'district_officer',
    visits: [
      normal('/clinic-sessions/accept'),
      normal('/clinic-sessions/accept?preset=all'),
      nothingFound('/clinic-sessions/accept?centre=no-such-centre'),
      badParameters('/clinic-sessions/accept?preset=constructor&district=%00&after=x'),
    ],
  },
  {
    pattern: '/clinic-sessions/attendance',
    signedInAs: 'trainee',
    visits: [normal('/clinic-sessions/attendance')],
  },
  {
    pattern: '/clinic-sessions/months',
    signedInAs: 'district_officer',
    visits: [normal('/clinic-sessions/months')],
  },
  {
    pattern: '/clinic-sessions/months/[month]',
    signedInAs: 'district_officer',
    visits: [
      normal('/clinic-sessions/months/2026-10'),
      normal('/clinic-sessions/months/2026-08?done=closed'),
      badParameters('/clinic-sessions/months/2026-10?done=constructor'),
      missing('/clinic-sessions/months/2026-13'),
    ],
  },
];
