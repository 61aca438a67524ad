import 'server-only'
import { env } from '@/lib/env'

/** Ends the process with one clear message when a setting is missing or wrong. */
export function checkSettings() {
  try {
    env()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
