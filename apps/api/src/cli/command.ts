import type { Environment } from '../platform/config.ts'

/** A mistake in how a command was called; the message is the whole answer. */
export class Usage extends Error {
  override readonly name = 'Usage'
}

export interface Invocation {
  readonly environment: Environment
  readonly positionals: readonly string[]
  text(option: string): string | undefined
  flag(option: string): boolean
}

export interface Command {
  readonly usage: string
  readonly summary: string
  readonly help: string
  readonly options: Record<string, { type: 'string' | 'boolean' }>
  /** Options that say the same as a variable of the environment, and win over it. */
  readonly environment?: Readonly<Record<string, string>>
  run(invocation: Invocation): Promise<number | void>
}

/** Options of every command that needs the database. */
export const dataOption = { options: { data: { type: 'string' } }, environment: { data: 'DATA_DIR' } } as const
