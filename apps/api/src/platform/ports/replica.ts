import type { Kysely } from 'kysely'
import type { Tables } from '../tables.generated.ts'

/** A standby of the database, for reads that may be some seconds old. */
export interface Replica {
  /** It, while it is there and no further behind than is allowed. */
  db(): Kysely<Tables> | undefined
  /** How old at most what it answers is; undefined while it is away. */
  lagSeconds(): number | undefined
  /** Reads that may lag, by who answered them. */
  readonly answered: { readonly replica: number; readonly primary: number }
  /** Who answered one; with what went wrong, where the standby was asked first. */
  note(who: 'replica' | 'primary', error?: unknown): void
  close(): Promise<void>
}
