// As much of a browser as a sign-in across two sites needs: cookies by site, forms, one redirect at a time.

type Answer = { url: string; status: number; text: string };

/** A browser without a screen; `cookies` are kept by host and port. */
export function cookieBrowser() {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (url: string) => {
    const { host } = new URL(url);
    const jar = jars.get(host) ?? new Map<string, string>();
    jars.set(host, jar);
    return jar;
  };

  async function once(url: string, form?: Record<string, string>): Promise<Response> {
    const jar = jarOf(url);
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      body: form && new URLSearchParams(form),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  /** Asks for an address and follows where it leads. */
  async function go(url: string, form?: Record<string, string>): Promise<Answer> {
    let at = url;
    let response = await once(at, form);
    for (let hops = 0; hops < 15; hops += 1) {
      const next = response.headers.get('location');
      if (!next) return { url: at, status: response.status, text: await response.text() };
      at = new URL(next, at).href;
      response = await once(at);
    }
    throw new Error(`too many redirects, the last to ${at}`);
  }

  return {
    go,
    cookie: (url: string, name: string) => jarOf(url).get(name),
    cookies: (url: string) => [...jarOf(url).keys()],
  };
}
