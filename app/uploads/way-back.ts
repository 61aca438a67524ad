import { UploadPurpose } from '@/lib/invoices/input'

/**
 * Returns the purpose of an upload from its `for` parameter, and the page it came from. Only known purposes have a page, so
 * this cannot redirect to another site.
 */
export function wayBack(
  purposeParameter: string | null,
): { purpose: UploadPurpose; path: string } | undefined {
  const { data: purpose } = UploadPurpose.safeParse(purposeParameter)
  if (!purpose) return undefined
  return {
    purpose,
    path: purpose === 'draft' ? '/account/registrations/new/invoice' : `/account/registrations/${purpose}`,
  }
}
