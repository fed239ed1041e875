import type { AccountId, Kilograms } from '@gymgenius/domain'
import type { ReportCard } from '@gymgenius/engine/report'

/** From the page to the worker that makes a report card. */
export interface ReportAsked {
  readonly account: AccountId
  /** The lifter's, so that days and years are those that the server counts. */
  readonly timeZone: string
  readonly bodyMassKg: Kilograms | null
  /** Names the log as it is; a card that was kept under the same name is not made again. */
  readonly stamp: string
}

export type ReportNews =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'card'; readonly card: ReportCard }
  | { readonly kind: 'fault'; readonly text: string }
