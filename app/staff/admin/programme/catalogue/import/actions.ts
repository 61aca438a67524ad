'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import * as commands from '@/lib/catalogue/commands/import'
import { MAX_IMPORT_BYTES } from '@/lib/catalogue/import/file'
import { Import } from '@/lib/catalogue/input'
import { Refusal } from '@/lib/errors'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { requireAdmin } from '@/lib/identity/session'
import { adminAction, goOn } from '../../../admin-action'

const CATALOGUE = '/staff/admin/programme/catalogue'

export async function checkImportFile(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(z.object({}), data, async () => {
    const id = await commands.saveImportFile(admin, await textOf(data.get('file')), new Date())
    redirect(`${CATALOGUE}/import/${id}`)
  })
}

export const importCatalogue = adminAction(
  Import,
  (admin, input, at) =>
    commands.importCatalogue(admin, input, at).catch((fault) => {
      // What it would do now is below, and pressing once more is about that.
      if (fault instanceof Refusal && fault.reason === 'catalogueMoved') revalidatePath(CATALOGUE, 'layout')
      throw fault
    }),
  (_, { id }) => goOn(CATALOGUE, `${CATALOGUE}/import/${id}`, { done: 'imported' }),
)

/** The text of a small file; what is no text, too large or no file at all is refused by the field. */
async function textOf(file: FormDataEntryValue | null): Promise<string> {
  if (!(file instanceof File) || file.size === 0) throw new Refusal('fileMissing', 'file')
  if (file.size > MAX_IMPORT_BYTES) throw new Refusal('fileTooLarge', 'file')
  const bytes = await file.arrayBuffer()
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (!text.includes('\0')) return text
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault
  }
  throw new Refusal('fileNotText', 'file')
}
