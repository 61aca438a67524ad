import type { Admin } from '@/lib/actor'

/** Nobody changes their own role or disables themselves, so that there is always an admin left. */
export const canChangeStaff = (admin: Admin, person: { id: string }) => admin.id !== person.id
