// The package brings no types; this is the part that the tests use.
declare module 'oidc-provider' {
  import type { Server } from 'node:http';

  type Configuration = {
    clients: { client_id: string; client_secret: string; redirect_uris: string[] }[];
    findAccount(context: unknown, id: string): { accountId: string; claims(): { sub: string } };
    cookies: { keys: string[] };
    ttl: Record<string, number>;
  };
  export default class Provider {
    constructor(issuer: string, configuration: Configuration);
    use(middleware: (context: { body: unknown }, next: () => Promise<void>) => Promise<void>): void;
    listen(port: number, host: string, ready: () => void): Server;
  }
}
