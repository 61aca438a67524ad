import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'

const currentRequest = new AsyncLocalStorage<string | undefined>()

/** Runs `work` for the request with this id: every line it logs and every job it queues carries the id. */
export const onBehalfOf = <T>(id: string | undefined, work: () => T): T => currentRequest.run(id, work)

/** The id of the request that is being served, or whose job is running; undefined in seeds and between jobs. */
export const requestId = () => currentRequest.getStore()
