import { deleteOldCatalogueData } from '@/lib/catalogue/commands/forget'
import type { Task } from '../task'

/** Every night: what members typed in vain, and files that were imported, are forgotten when they are old. */
export const deleteCatalogueEntriesTask: Task<'forget-catalogue-entries'> = (_, { on, at }) =>
  deleteOldCatalogueData(on, at)
