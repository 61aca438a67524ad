import { Refusal } from '@/lib/errors'
import { readForm } from '@/lib/files/uploads/multipart'
import { UploadRefusal } from '@/lib/files/uploads/refusal'
import { currentMember } from '@/lib/identity/session'
import { receiveInvoice } from '@/lib/invoices/commands/receive'
import { consume } from '@/lib/limits'
import { logError } from '@/lib/logger'
import { isSameOrigin } from '@/lib/origin'
import { refuseUnrequestedFile, sendBetterFile } from '@/lib/registrations/commands/better-file'
import { traceRoute } from '@/lib/route'
import { fileReceived, fileRefused } from './answer'
import { wayBack } from './way-back'

export const runtime = 'nodejs'
export const dynamic = 'force-dynamic'

/**
 * Receives a member's invoice: `POST /uploads?for=draft`, or `for` a registration's id, as a multipart form with one file.
 * A script that accepts JSON gets JSON; a form is redirected to the page it came from.
 */
export const POST = traceRoute('/uploads', async (request) => {
  const returnTo = wayBack(new URL(request.url).searchParams.get('for'))
  try {
    if (!isSameOrigin(request.headers)) throw new UploadRefusal('otherSite')
    const member = await currentMember()
    if (!member) throw new UploadRefusal('signedOut')
    if (!returnTo) throw new UploadRefusal('noForm')
    await consume('upload', member.id)
    if (returnTo.purpose !== 'draft') await refuseUnrequestedFile(member, returnTo.purpose)
    const file = await readForm(request.body, request.headers)
    const received = await receiveInvoice(member, file, returnTo.purpose, new Date())
    // A better file goes to the reviewers at once, so that no further step can be forgotten.
    if (returnTo.purpose !== 'draft') await sendBetterFile(member, returnTo.purpose, received.id, new Date())
    return fileReceived(request, returnTo.path, received)
  } catch (error) {
    return fileRefused(request, returnTo?.path, problemOf(error, request))
  }
})

const REPORTED_REASONS = ['tooMany', 'sameFile', 'noFileAsked', 'notFound'] as const

function problemOf(error: unknown, request: Request) {
  if (error instanceof UploadRefusal) return error.problem
  const reason = error instanceof Refusal && REPORTED_REASONS.find((reason) => reason === error.reason)
  if (reason) return reason
  if (request.signal.aborted) return 'truncated' // the client is gone
  logError(error, { route: '/uploads' })
  return 'notStored'
}
