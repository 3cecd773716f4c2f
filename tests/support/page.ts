import {
  type BrowserContext,
  test as base,
  type ConsoleMessage,
  expect,
  type Request,
  type WebError,
} from '@playwright/test';

export { expect };

/** Marks a test that also runs on a phone's screen. */
export const PHONE = { tag: '@phone' };

/** Marks a test that runs on a phone's screen and nowhere else. */
export const ONLY_PHONE = { tag: '@only-phone' };

type Options = {
  /** Console messages a test expects, such as the browser's own line about a 404 page. */
  expectedMessages: RegExp[];
};

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

function leavesMachine(address: string): boolean {
  const url = new URL(address);
  return /^(https?|wss?):$/.test(url.protocol) && !LOOPBACK.has(url.hostname);
}

/** What the graphics driver of a machine without a graphics card says of its own speed: nobody's complaint of a page. */
const DRIVER_REMARK = /GL Driver Message \(OpenGL, Performance/;

/**
 * Listens to what the pages of a context complain about.
 * @returns what ends it, and fails when something was said that nobody expected
 */
export function watchComplaints(context: BrowserContext, expectedMessages: readonly RegExp[]): () => void {
  const complaints: string[] = [];
  const onConsole = (message: ConsoleMessage) => {
    const complains = message.type() === 'error' || message.type() === 'warning';
    if (complains && !DRIVER_REMARK.test(message.text())) complaints.push(`console: ${message.text()}`);
  };
  const onError = (error: WebError) => complaints.push(`page: ${error.error().message}`);
  const onRequest = (request: Request) => {
    if (leavesMachine(request.url())) complaints.push(`foreign request: ${request.url()}`);
  };
  context.on('console', onConsole).on('weberror', onError).on('request', onRequest);
  return () => {
    context.off('console', onConsole).off('weberror', onError).off('request', onRequest);
    const unexpected = complaints.filter((line) => !expectedMessages.some((expected) => expected.test(line)));
    expect(unexpected, 'what the pages complained about').toEqual([]);
  };
}

/** Playwright's test, failing when a page complains in the console, throws, or calls a foreign host. */
export const test = base.extend<Options>({
  expectedMessages: [[], { option: true }],
  context: async ({ context, expectedMessages }, use) => {
    const complained = watchComplaints(context, expectedMessages);
    await use(context);
    complained();
  },
});
