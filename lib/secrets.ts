import 'server-only'
import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits for a cookie or a link, as 43 characters of base64url. */
export const drawToken = () => randomBytes(32).toString('base64url')

/** What is kept of a token: its SHA-256, as 64 hex digits. */
export const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex')
