import 'server-only'
import { type Database, db } from '@/db/client'
import { signInWithCode } from '@/lib/identity/commands/sign-in'
import { join } from './join'

/** Signs in with a code; somebody who joins becomes a member in the same transaction. */
export const signInOrJoin = (
  browserToken: string | undefined,
  code: string,
  userAgent: string | null,
  at: Date,
  on: Database = db,
) => signInWithCode(browserToken, code, userAgent, join, at, on)
