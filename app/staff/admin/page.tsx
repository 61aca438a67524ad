import { redirect } from 'next/navigation'
import { requireAdmin } from '@/lib/auth/session'

/** Where an administrator starts. */
export default async function AdminPage() {
  await requireAdmin()
  redirect('/staff/admin/members')
}
