import 'server-only';
import type { AuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { z } from 'zod';
import { env, type SingleSignOn } from '@/lib/core/env';
import { DEFAULT_LOCALE, type Locale, localePath } from '@/lib/i18n/locales';
import { log } from '@/lib/log/logger';
import { pathRefused } from './after-sign-in';
import { signOut } from './own-account-commands';
import { requestFactsOf } from './request-facts';
import { signInWithPassword, signInWithSingleSignOn } from './sign-in-commands';
import { cookieSecret, secureCookies, staffCookie } from './staff-cookie';
import { STAFF_PATHS } from './staff-paths';
import { ABSOLUTE_SECONDS } from './staff-session-rules';
import { findSignedIn, type RequestFacts } from './staff-sessions';

// next-auth carries the opaque token of a staff session in its encrypted cookie and speaks OpenID Connect; who may sign
// in, and for how long, is decided by our commands and the staff_session table.

export const SINGLE_SIGN_ON_PROVIDER = 'oidc';

const credentialsSchema = z.object({ name: z.string().max(200), password: z.string().max(1000) });
const subjectSchema = z.object({ sub: z.string().min(1).max(255), iss: z.string().optional() });
const carrier = z.object({ staffSession: z.string() });

function passwordProvider(facts: RequestFacts) {
  return CredentialsProvider({
    id: 'password',
    name: 'password',
    credentials: { name: {}, password: {} },
    async authorize(credentials) {
      const parsed = credentialsSchema.safeParse(credentials);
      const result = parsed.success ? await signInWithPassword(parsed.data, facts) : null;
      return result?.ok ? { id: 'staff', staffSession: result.value.token } : null;
    },
  });
}

function singleSignOnProvider({ issuer, clientId, clientSecret }: SingleSignOn): OAuthConfig<unknown> {
  return {
    id: SINGLE_SIGN_ON_PROVIDER,
    name: SINGLE_SIGN_ON_PROVIDER,
    type: 'oauth',
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    issuer,
    clientId,
    clientSecret,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: { scope: 'openid' } },
    profile: (profile) => ({ id: subjectSchema.parse(profile).sub }),
  };
}

/** The language of the sign-in page that a person left for the provider, by the address they come back to. */
function localeOfReturn(cookies: string | null): Locale {
  const english =
    /next-auth\.callback-url=https?(?::|%3A)(?:\/|%2F){2}(?:(?!%2F)[^;/])+(?:\/|%2F)en(?:[/?;]|%2F|%3F|$)/i;
  return english.test(cookies ?? '') ? 'en' : DEFAULT_LOCALE;
}

/** The configuration of next-auth for one request. */
export function authOptions(facts: RequestFacts, locale: Locale): AuthOptions {
  const { singleSignOn } = env();
  const { name, options } = staffCookie();
  const signInPath = localePath(locale, STAFF_PATHS.signIn);
  return {
    secret: cookieSecret(),
    useSecureCookies: secureCookies(),
    cookies: { sessionToken: { name, options: { ...options } } },
    session: { strategy: 'jwt', maxAge: ABSOLUTE_SECONDS },
    pages: { signIn: signInPath, signOut: signInPath, error: signInPath },
    providers: [passwordProvider(facts), ...(singleSignOn ? [singleSignOnProvider(singleSignOn)] : [])],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.provider !== SINGLE_SIGN_ON_PROVIDER) return account?.provider === 'password';
        const claims = subjectSchema.safeParse(profile);
        if (!claims.success || !singleSignOn) return false;
        const identity = { issuer: singleSignOn.issuer, subject: claims.data.sub };
        const result = await signInWithSingleSignOn(identity, facts);
        // an address in place of yes or no: next-auth would not say why not
        if (!result.ok) return pathRefused(locale, result.error.messageKey);
        Object.assign(user, { staffSession: result.value.token });
        return true;
      },
      // the cookie's content: the opaque token and nothing of the person
      jwt({ token, user }) {
        const signedIn = carrier.safeParse(user);
        const kept = carrier.safeParse(token);
        if (signedIn.success) return { staffSession: signedIn.data.staffSession };
        return kept.success ? { staffSession: kept.data.staffSession } : {};
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      // next-auth's own way out takes only the cookie; the staff session ends with it
      async signOut({ token }) {
        const kept = carrier.safeParse(token);
        const signedIn = kept.success ? await findSignedIn(kept.data.staffSession, facts) : null;
        if (signedIn) await signOut(signedIn);
      },
    },
    logger: {
      error: (code) => log.warn({ code }, 'sign-in failed'),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

/** Takes a request of next-auth's addresses with its facts. */
export function authOptionsFor(headers: Pick<Headers, 'get'>): AuthOptions {
  return authOptions(requestFactsOf(headers), localeOfReturn(headers.get('cookie')));
}
