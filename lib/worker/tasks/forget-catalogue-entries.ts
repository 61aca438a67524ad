import { deleteOldCatalogueData } from '@/lib/catalogue/commands/forget'
import type { Task } from '../task'

/** Every night: deletes old unmatched texts and import files. */
export const deleteCatalogueEntriesTask: Task<'forget-catalogue-entries'> = (_, { on, at }) =>
  deleteOldCatalogueData(on, at)
