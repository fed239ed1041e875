import type { RatePort } from './rates.ts'
import type { RelayPort } from './relay.ts'

/** What processes on several machines share beside the database. Nothing in it is the only copy of anything. */
export interface Shared {
  readonly rates: RatePort
  readonly relay: RelayPort
  isUp(): boolean
  close(): Promise<void>
}
