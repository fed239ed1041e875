declare module 'virtual:library' {
  import type { Circuit } from '@gymgenius/catalog/circuit'
  import type { MovementDetails } from '@gymgenius/catalog/movement'
  import type { Movement } from '@gymgenius/domain'

  /** What the file of a movement says beyond the index: see `library-module.ts`. */
  export type BeyondTheIndex = Omit<MovementDetails, Exclude<keyof Movement, 'id' | 'muscles'>>
  export const details: readonly BeyondTheIndex[]
  export const circuits: readonly Circuit[]
}
