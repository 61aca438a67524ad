import type { Admin } from '@/lib/actor'

/** Nobody changes their own role or disables themselves, so that one admin alone can never leave nobody behind. */
export const canChangeStaff = (admin: Admin, person: { id: string }) => admin.id !== person.id
