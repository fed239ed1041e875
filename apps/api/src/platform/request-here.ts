import { AsyncLocalStorage } from 'node:async_hooks'

const here = new AsyncLocalStorage<string>()

/** The id of the request that all this is done for, however far down; for logs and what travels with work, never to decide by. */
export const requestHere = (): string | undefined => here.getStore()

/** Does work for a request: what it asks of others, now or later, is known by the same id. */
export const knownBy = <T>(id: string, work: () => T): T => here.run(id, work)
