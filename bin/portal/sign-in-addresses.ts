import { sql } from 'drizzle-orm'
import { connect } from '@/db/client'

/** Returns one address to sign in with per role: that of the oldest account. */
export async function signInAddresses(ownerUrl: string) {
  const { db, pool } = connect(ownerUrl, 1)
  const { rows } = await db
    .execute<{ role: string; email: string }>(
      sql`select distinct on (role) role, email from accounts where disabled_at is null order by role, created_at, email`,
    )
    .finally(() => pool.end())
  return rows
}
