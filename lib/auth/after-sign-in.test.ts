import { describe, expect, it } from 'vitest';
import { pathAfterSignIn, pathToSignIn, pathWithReturn, wantedPath } from './after-sign-in';

describe('wantedPath', () => {
  it('keeps a page of ours with its query', () => {
    expect(wantedPath('/accounts?role=expert')).toBe('/accounts?role=expert');
    expect(wantedPath('/en/audit')).toBe('/en/audit');
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example/', '', null, undefined, ['/today']])(
    'refuses %j',
    (from) => {
      expect(wantedPath(from)).toBeNull();
    },
  );

  it.each(['/', '/en', '/en?x=1', '/?x=1', '/sign-in', '/en/sign-in/second-factor?from=/today'])(
    'does not lead back to %s',
    (from) => {
      expect(wantedPath(from)).toBeNull();
    },
  );
});

describe('pathAfterSignIn', () => {
  it('asks for the missing step and remembers the page', () => {
    expect(pathAfterSignIn('en', 'second_factor', '/en/accounts?a=1')).toBe(
      '/en/sign-in/second-factor?from=%2Fen%2Faccounts%3Fa%3D1',
    );
    expect(pathAfterSignIn('zh-CN', 'change_password', '//evil.example')).toBe('/sign-in/change-password');
  });

  it('goes to the wanted page, else to Today', () => {
    expect(pathAfterSignIn('zh-CN', null, '/accounts')).toBe('/accounts');
    expect(pathAfterSignIn('en', null, undefined)).toBe('/en/today');
  });
});

describe('pathToSignIn', () => {
  it('carries a note', () => {
    expect(pathToSignIn('en', 'out')).toBe('/en/sign-in?done=out');
    expect(pathWithReturn('zh-CN', '/sign-in', '/today')).toBe('/sign-in?from=%2Ftoday');
  });
});
