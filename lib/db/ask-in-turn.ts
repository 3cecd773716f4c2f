import type { PoolClient } from 'pg';

const isCallback = (value: unknown) => typeof value === 'function';

/**
 * Lets the questions of one connection wait for each other. Inside a transaction Prisma asks for what hangs on a row all
 * at once; the driver queues that today, warns of it, and will refuse it. What is answered by a callback comes from the
 * pool, which lends a connection for one question at a time, and goes on as it is.
 */
export function askInTurn(client: PoolClient): void {
  const driver: PoolClient = Object.getPrototypeOf(client);
  // forgotten when it has ended: a connection that waits for work keeps nothing of the request it served
  let running: Promise<void> | null = null;
  const inTurn = (...given: unknown[]): unknown => {
    const query = (): unknown => Reflect.apply(driver.query, client, given);
    if (given.some(isCallback)) return query();
    const asked = running ? running.then(query) : Promise.resolve(query());
    const ended: Promise<void> = asked.then(
      () => forget(),
      () => forget(),
    );
    const forget = () => {
      if (running === ended) running = null;
    };
    running = ended;
    return asked;
  };
  Object.defineProperty(client, 'query', { value: inTurn });
}
