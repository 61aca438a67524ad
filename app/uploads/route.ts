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
import { arrived, refused } from './answer'
import { wayBack } from './way-back'

export const runtime = 'nodejs'
export const dynamic = 'force-dynamic'

/**
 * Takes a member's invoice: `POST /uploads?for=draft`, or `for` a registration's id, as multipart form with one file.
 * A script that accepts JSON gets JSON; a form goes back to the page it came from.
 */
export const POST = traceRoute('/uploads', async (request) => {
  const back = wayBack(new URL(request.url).searchParams.get('for'))
  try {
    if (!isSameOrigin(request.headers)) throw new UploadRefusal('otherSite')
    const member = await currentMember()
    if (!member) throw new UploadRefusal('signedOut')
    if (!back) throw new UploadRefusal('noForm')
    await consume('upload', member.id)
    if (back.purpose !== 'draft') await refuseUnrequestedFile(member, back.purpose)
    const file = await readForm(request.body, request.headers)
    const received = await receiveInvoice(member, file, back.purpose, new Date())
    // A better file goes to the reviewers at once: nothing is left to press, and so to forget.
    if (back.purpose !== 'draft') await sendBetterFile(member, back.purpose, received.id, new Date())
    return arrived(request, back.path, received)
  } catch (error) {
    return refused(request, back?.path, problemOf(error, request))
  }
})

const TOLD = ['tooMany', 'sameFile', 'noFileAsked', 'notFound'] as const

function problemOf(error: unknown, request: Request) {
  if (error instanceof UploadRefusal) return error.problem
  const told = error instanceof Refusal && TOLD.find((reason) => reason === error.reason)
  if (told) return told
  if (request.signal.aborted) return 'truncated' // nobody is there to read it
  logError(error, { route: '/uploads' })
  return 'notStored'
}
