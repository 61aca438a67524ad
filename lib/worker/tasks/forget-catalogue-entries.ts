import { forgetOld } from '@/lib/catalogue/commands/forget'
import type { Task } from '../task'

/** Every night: what members typed in vain, and files that were imported, are forgotten when they are old. */
export const tendCatalogue: Task<'forget-catalogue-entries'> = (_, { on, at }) => forgetOld(on, at)
