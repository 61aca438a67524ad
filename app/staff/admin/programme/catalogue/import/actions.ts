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
import { adminAction, revalidateAndRedirect } from '../../../admin-action'

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
    commands.importCatalogue(admin, input, at).catch((error) => {
      // Shows the updated preview, so that importing again refers to it.
      if (error instanceof Refusal && error.reason === 'catalogueMoved') revalidatePath(CATALOGUE, 'layout')
      throw error
    }),
  (_, { id }) => revalidateAndRedirect(CATALOGUE, `${CATALOGUE}/import/${id}`, { done: 'imported' }),
)

/** Returns the text of the file. Throws a refusal if it is missing, too large or not text. */
async function textOf(file: FormDataEntryValue | null): Promise<string> {
  if (!(file instanceof File) || file.size === 0) throw new Refusal('fileMissing', 'file')
  if (file.size > MAX_IMPORT_BYTES) throw new Refusal('fileTooLarge', 'file')
  const bytes = await file.arrayBuffer()
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (!text.includes('\0')) return text
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  throw new Refusal('fileNotText', 'file')
}
