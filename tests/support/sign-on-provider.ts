import type { Server } from 'node:http';
import Provider from 'oidc-provider';

/** What the portal under test is known by at the provider. */
export const SIGN_ON_CLIENT = { id: 'portal-of-test', secret: 'a-secret-only-for-tests-of-sign-in' } as const;

/** What a portal needs in its environment to use a provider. */
export function signOnEnvironment(issuer: string) {
  return { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: SIGN_ON_CLIENT.id, OIDC_CLIENT_SECRET: SIGN_ON_CLIENT.secret };
}

/** Starts a real OpenID Connect provider on the loopback; whoever signs in there is the subject they name. */
export async function startSignOnProvider(issuer: string, site: string): Promise<Server> {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: SIGN_ON_CLIENT.id,
        client_secret: SIGN_ON_CLIENT.secret,
        redirect_uris: [`${site}/api/auth/callback/oidc`],
      },
    ],
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    cookies: { keys: ['only-for-tests'] },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
  });
  // its pages would fetch their type from another site
  provider.use(async (context, next) => {
    await next();
    if (typeof context.body === 'string') context.body = context.body.replace(/@import url\([^)]*\);/g, '');
  });
  return await new Promise<Server>((resolve) => {
    const server = provider.listen(Number(new URL(issuer).port), '127.0.0.1', () => resolve(server));
  });
}
