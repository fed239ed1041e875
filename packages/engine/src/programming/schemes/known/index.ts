import type { Scheme } from '../scheme.ts'
import { bodyWeightOnly, dumbbellsOnly, masters, returnFromABreak } from './little.ts'
import { fiveByFive, noviceLinear } from './novice.ts'
import { fullBody, pushPullLegs, topSetAndDrop, upperLower } from './size.ts'
import { olympicBase, powerliftingPeak } from './sport.ts'
import { fiveThreeOne, threeTiers, volumeRecoveryIntensity } from './tables.ts'

/** Widely used programs in our own words, the simplest first. */
export const knownSchemes: readonly Scheme[] = [
  noviceLinear,
  fiveByFive,
  threeTiers,
  volumeRecoveryIntensity,
  fiveThreeOne,
  fullBody,
  upperLower,
  pushPullLegs,
  topSetAndDrop,
  bodyWeightOnly,
  dumbbellsOnly,
  masters,
  returnFromABreak,
  olympicBase,
  powerliftingPeak,
]

export const schemeNamed = (slug: string): Scheme | undefined => knownSchemes.find((scheme) => scheme.slug === slug)
