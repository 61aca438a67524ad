import { withQuery } from '@/lib/addresses'
import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { UploadProblem } from '@/lib/files/uploads/refusal'
import type { ReceivedInvoice } from '@/lib/invoices/commands/receive'

const STATUS: Record<UploadProblem, number> = {
  noFile: 400,
  empty: 400,
  truncated: 400,
  tooManyFiles: 400,
  noForm: 400,
  tooLarge: 413,
  heic: 415,
  eInvoice: 415,
  notAccepted: 415,
  disagree: 415,
  signedOut: 401,
  otherSite: 403,
  tooMany: 429,
  sameFile: 409,
  noFileAsked: 409,
  notFound: 404,
  notStored: 503,
}

/** Whether the request is from our script, which reads JSON, rather than a form, which needs a redirect. */
const isScript = (request: Request) => request.headers.get('accept')?.includes('application/json') ?? false

/** The file was received: JSON for a script, a redirect to the form's page with the invoice's id otherwise. */
export function fileReceived(request: Request, path: string, received: ReceivedInvoice): Response {
  const back = withQuery(path, { file: received.id, again: received.again ? '1' : undefined })
  if (!isScript(request)) return goTo(back)
  return Response.json({ ...received, back }, { status: received.again ? 200 : 201, headers: HEADERS })
}

/** The file was refused: the message for a script, a redirect to the form's page with the message's key otherwise. */
export async function fileRefused(
  request: Request,
  path: string | undefined,
  problem: UploadProblem,
): Promise<Response> {
  if (!isScript(request)) {
    if (problem === 'signedOut') return goTo(withQuery('/sign-in', { next: path }))
    if (path && problem !== 'otherSite') return goTo(withQuery(path, { problem }))
  }
  const t = await getTranslations('uploads.problems')
  const status = STATUS[problem]
  if (isScript(request))
    return Response.json({ error: problem, message: t(problem) }, { status, headers: HEADERS })
  return new Response(t(problem), {
    status,
    headers: { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' },
  })
}

const goTo = (location: string) => new Response(null, { status: 303, headers: { ...HEADERS, location } })

/** The security headers of this route come from next.config.js, since proxy.ts does not handle uploads. */
const HEADERS = { 'cache-control': 'private, no-store' }
