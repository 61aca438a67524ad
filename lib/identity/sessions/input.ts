import { z } from 'zod'

/** One session, by its id. */
export const SessionId = z.object({ id: z.uuid('invalid') })

/** All sessions of an account. */
export const AllSessions = z.object({ account: z.uuid('invalid') })
