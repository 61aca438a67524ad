// The rows of fill.sql follow from names: `member-17`, `desk-3`, `reviewer-1`, `admin-2`.
import { hash, randomInt } from 'node:crypto'

export const STAFF = { desk: 4000, reviewer: 20 }

/** The id that fill.sql assigns to `what`. */
export const id = (what: string) => hash('md5', what).replace(/^(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-8$4-')

/** The token in the session cookie of `who`. */
export const tokenOf = (who: string) => `bench-${who}`
export const cookieOf = (who: string) => ({ Cookie: `lumix-session=${tokenOf(who)}` })

export const cardCodeOf = (n: number) => hash('sha256', `card ${n}`, 'base64url')

/** A random one of `count` people with this role. */
export const randomPerson = (role: string, count: number) => `${role}-${randomInt(count) + 1}`

let checks = 0
/** The desks take turns, since each may check 60 cards an hour at most. */
export const nextDesk = () => `desk-${(checks++ % STAFF.desk) + 1}`
