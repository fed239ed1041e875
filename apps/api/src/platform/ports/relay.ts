import type { OpId } from '@gymgenius/domain'

/** Tells workers on any machine what is due. It may forget everything: the outbox does not. */
export interface RelayPort {
  /** False while it is away: then every process looks for itself. */
  isUp(): boolean
  /** True once after it has forgotten everything, for the one who asks first. */
  hasForgotten(): Promise<boolean>
  /** Tells one of the workers of each; rejects when it cannot. To tell twice is to tell once, while nobody has begun. */
  tell(due: readonly Due[]): Promise<void>
  /** Calls `take` for what was told, so many at once. */
  hear(take: (id: OpId) => Promise<void>, atOnce: number): Hearing
}

export interface Due {
  readonly id: OpId
  /** How often it was tried before. */
  readonly attempts: number
}

export interface Hearing {
  /** Hears nothing new, and waits for what was begun. */
  close(): Promise<void>
}
