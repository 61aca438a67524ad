import 'server-only'
import type { Person } from '@/lib/actor'
import { consume } from '@/lib/limits'

/** Counts a try at an app's code, and commits it, before the code is checked. */
export async function countTry({ id }: Person) {
  await consume('factor-code', id)
  await consume('factor-code-day', id)
}
