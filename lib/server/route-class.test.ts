import { expect, it } from 'vitest';
import { routeClass } from './route-class';

it.each([
  ['/', 'residents'],
  ['/en', 'residents'],
  ['/services?q=/today', 'residents'],
  ['/todayish', 'residents'],
  ['/today', 'workspace'],
  ['/en/clinic-sessions/log?x=1', 'workspace'],
  ['/en/sign-in/link?token=x', 'sign_in'],
  ['/api/auth/session', 'sign_in'],
  ['/api/v1/facilities?near=31.2,121.44', 'public_api'],
  ['/api/clinic-sessions', 'session_api'],
  ['/api/health', 'health'],
  ['/api/metrics', 'metrics'],
  ['/_next/static/chunks/a', 'file'],
  ['/calendar/feed.ics?district=310104', 'file'],
  ['/conditions/A01.02', 'residents'],
])('%s is of the class %s', (url, expected) => {
  expect(routeClass(url)).toBe(expected);
});
