import type { LikenessReason } from '@gymgenius/catalog/substitutes'
import { t } from '@lingui/core/macro'
import type { Equipment, Muscle } from '@gymgenius/domain'
import { locale, midSentence } from '../ui/locale.ts'
import { equipmentNames, jointNames, muscleNames } from '../ui/movement-words.ts'

type ReasonOf<Code extends LikenessReason['code']> = Extract<LikenessReason, { code: Code }>

/** Why a movement may stand in for another, as one short line: "same pattern, trains chest as much, needs only dumbbells". */
export function likenessText(reasons: readonly LikenessReason[]): string {
  const of = <Code extends LikenessReason['code']>(code: Code) => reasons.filter((reason): reason is ReasonOf<Code> => reason.code === code)
  const isSame = of('same_exercise').length > 0
  const fixtures = of('needs_fixture').map(({ fixture }) => midSentence(equipmentNames[fixture]))
  return [
    ...(isSame ? [t`the same exercise`] : of('same_pattern').map(() => t`same pattern`)),
    ...shared(of('shared_muscle').slice(0, 2)),
    ...of('same_equipment').map(({ equipment }) => (equipment === 'body_weight' ? needed(equipment, fixtures) : t`on the same equipment`)),
    ...of('other_equipment').map(({ equipment }) => needed(equipment, fixtures)),
    ...of('spares_joint').map(spared),
    ...of('joints_unknown').map(() => t`yours: its joints are not known`),
  ].join(', ')
}

/** From this share of a set on, a muscle is what a movement is done for. */
const MOST_OF_A_SET = 0.75

/** What does the same work, in words: nobody counts in shares of a set. */
function shared(muscles: readonly ReasonOf<'shared_muscle'>[]): string[] {
  const same = muscles.filter(({ instead }) => instead === undefined)
  const much = listOf(same.filter(({ share }) => share >= MOST_OF_A_SET).map(({ muscle }) => nameOf(muscle)))
  const partly = listOf(same.filter(({ share }) => share < MOST_OF_A_SET).map(({ muscle }) => nameOf(muscle)))
  return [
    ...(much === '' ? [] : [t`trains ${much} as much`]),
    ...(partly === '' ? [] : [t`${partly} along with it`]),
    ...muscles.flatMap(({ muscle, instead }) => {
      if (instead === undefined) return []
      const [other, name] = [nameOf(instead), nameOf(muscle)]
      return [t`${other} in place of ${name}`]
    }),
  ]
}

export const listOf = (names: readonly string[]) => new Intl.ListFormat(locale(), { type: 'conjunction' }).format(names)
const nameOf = (muscle: Muscle) => midSentence(muscleNames[muscle])

function needed(equipment: Equipment, fixtures: readonly string[]): string {
  const things = [...(equipment === 'body_weight' ? [] : [midSentence(equipmentNames[equipment])]), ...fixtures].join(' + ')
  return things === '' ? t`needs no equipment` : t`needs only ${things}`
}

function spared({ joint: of }: ReasonOf<'spares_joint'>): string {
  const joint = midSentence(jointNames[of])
  return t`spares the ${joint}`
}
