import 'server-only'
import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits for a cookie or a link, as 43 characters of base64url. */
export const createToken = () => randomBytes(32).toString('base64url')

/** The stored form of a token: its SHA-256, as 64 hex digits. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex')
