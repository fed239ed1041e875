/** How a movement gets harder, as a program says it. Without `addKg` a rise is one step of what the gym can load. */
export type ProgressionRule =
  | { readonly style: 'single'; readonly addKg?: number | undefined }
  | { readonly style: 'double'; readonly addKg?: number | undefined }
  | { readonly style: 'linear'; readonly addKg?: number | undefined; readonly misses: number; readonly resetPercent: number }
  /** Seconds of the pause from time to time; after the last of them the load rises. */
  | { readonly style: 'paused'; readonly pauses: readonly number[]; readonly addKg?: number | undefined }
  | { readonly style: 'build_to_drop'; readonly dropPercent: number; readonly addKg?: number | undefined }
  | { readonly style: 'wave'; readonly addKg?: number | undefined }
  /** The training maximum is this share of what can be lifted once, and rises after each round of the table. */
  | { readonly style: 'percent'; readonly ofMaximum: number; readonly addKg: number }
  /** Reserve from the first to the last week of a mesocycle, and a set more every so many weeks. */
  | {
      readonly style: 'rir_ramp'
      readonly from: number
      readonly to: number
      readonly weeks: number
      readonly setEveryWeeks?: number | undefined
    }
  | { readonly style: 'daily_undulating'; readonly addKg?: number | undefined }

/** Where the sets of a movement stand in the table of its rule. */
export interface PlaceInTable {
  /** From 0; after the last of the lines the table begins anew. */
  readonly line: number
  readonly lines: number
  /** The training maximum that its percentages were reckoned from, if every set before is done. */
  readonly maximumKg?: number | undefined
}
