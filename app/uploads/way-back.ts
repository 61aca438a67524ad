import { UploadPurpose } from '@/lib/invoices/input'

/**
 * What an upload is for, from the `for` of its address, and the page of ours that asked for it. Only the names below
 * lead anywhere, so nobody can be sent to another site.
 */
export function wayBack(wanted: string | null): { purpose: UploadPurpose; path: string } | undefined {
  const { data: purpose } = UploadPurpose.safeParse(wanted)
  if (!purpose) return undefined
  return {
    purpose,
    path: purpose === 'draft' ? '/account/registrations/new/invoice' : `/account/registrations/${purpose}`,
  }
}
