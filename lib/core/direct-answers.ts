// How lib/server answers what needs no page: the public API's handlers, which live in Next's bundle with the snapshot,
// are left here when the server starts, and called without the framework's routing around them.

/** What a handler reads of a request; a web Request fits. */
export type PlainRequest = { method: string; url: string; headers: { get(name: string): string | null } };

/** An answer before it is one of a web Response or of Node's; nobody writes over the bytes in it. */
export type PlainAnswer = {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array<ArrayBuffer> | null;
};

/** Answers a request; null when the address is none of its own. */
export type DirectAnswerer = (request: PlainRequest) => PlainAnswer | Promise<PlainAnswer> | null;

// the bundle of the server and those of Next each carry this module; the slot must be one
const slot = globalThis as typeof globalThis & { __tcmDirectAnswerer?: DirectAnswerer };

/** Leaves an answerer for the HTTP server of this process. */
export function offerDirectAnswers(answerer: DirectAnswerer): void {
  slot.__tcmDirectAnswerer = answerer;
}

/** What was left for the HTTP server; null before Next has started. */
export function directAnswers(): DirectAnswerer | null {
  return slot.__tcmDirectAnswerer ?? null;
}

/** The answer as a web Response, which copies its bytes. */
export function toResponse({ status, headers, body }: PlainAnswer): Response {
  return new Response(body, { status, headers });
}
