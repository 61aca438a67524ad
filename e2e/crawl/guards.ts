import type { ConsoleMessage, Page, Request, Response, WebSocket } from '@playwright/test'

/** What the headers of every page have to be. */
export const GUARDED = {
  nonce: true,
  unsafe: false,
  rest: [
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "default-src 'self'",
  ],
  sniffing: 'nosniff',
  referrer: 'same-origin',
  cache: true,
  requestId: true,
  poweredBy: undefined,
}

export async function guardsOf(answer: Response) {
  const headers = await answer.allHeaders()
  const policy = (headers['content-security-policy'] ?? '').split('; ')
  const script = policy.find((part) => part.startsWith('script-src ')) ?? ''
  return {
    nonce: /'nonce-[A-Za-z0-9+/=]{20,}'/.test(script) && script.includes("'strict-dynamic'"),
    unsafe: script.includes('unsafe-'),
    rest: GUARDED.rest.filter((part) => policy.includes(part)),
    sniffing: headers['x-content-type-options'],
    referrer: headers['referrer-policy'],
    cache: ['private', 'no-store'].every((word) => headers['cache-control']?.includes(word)),
    requestId: /^[0-9a-f-]{36}$/.test(headers['x-request-id'] ?? ''),
    poweredBy: headers['x-powered-by'],
  }
}

/**
 * Listens to the page at `path`, from its first request until it is stopped: what it asks of others, and what the
 * browser complains about.
 */
export function listen(page: Page, origin: string, path: string) {
  const strays: string[] = []
  const complaints: string[] = []
  const onRequest = (request: Request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== origin) strays.push(request.url())
  }
  const opened = (socket: WebSocket) => strays.push(socket.url())
  const written = (line: ConsoleMessage) => {
    // A page that is not there is itself such a line, and it can come before the browser has arrived at it.
    const itself =
      line.text().startsWith('Failed to load resource') && line.location().url === new URL(path, origin).href
    if (line.type() === 'error' && !itself) complaints.push(line.text())
  }
  const thrown = (error: Error) => complaints.push(String(error))
  page.on('request', onRequest).on('websocket', opened).on('console', written).on('pageerror', thrown)
  const stop = () =>
    page.off('request', onRequest).off('websocket', opened).off('console', written).off('pageerror', thrown)
  return { strays, complaints, stop }
}
