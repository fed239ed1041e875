import type { KpiResult, MissCode, ProgramReason } from '@gymgenius/domain'
import { jointNames, muscleGroupNames, muscleNames, patternNames } from '../../ui/movement-words.ts'
import { formatNumber } from '../../ui/numbers.ts'
import { toTenths } from './figures.ts'
import { missTexts } from './miss-words.ts'
import { sectionNames } from './words.ts'

/** Movements come by their English names; the phone may know them by others. */
export type MovementName = (english: string) => string

const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  part: sectionNames,
  joint: jointNames,
  muscle: { ...muscleNames, ...muscleGroupNames },
  pattern: patternNames,
  said: patternNames,
}

/** What stands in the way, in a sentence; undefined for a code of a newer server. */
export function missText({ code, facts = {} }: ProgramReason, movement: MovementName): string | undefined {
  return missTexts[code as MissCode]?.({
    said: (fact) => {
      const value = facts[fact] ?? ''
      if (typeof value === 'number') return formatNumber(value, 1)
      return fact === 'movement' ? movement(value) : (names[fact]?.[value] ?? value)
    },
    number: (fact) => toTenths(Number(facts[fact] ?? 0)),
  })
}

/** All that stands in the way, each once; undefined where not all of it has words here: then the server's own sentence is the better one. */
export function missTextsOf({ reasons = [] }: Pick<KpiResult, 'reasons'>, movement: MovementName): readonly string[] | undefined {
  const texts = reasons.map((reason) => missText(reason, movement))
  return texts.length === 0 || texts.includes(undefined) ? undefined : [...new Set(texts as string[])]
}
