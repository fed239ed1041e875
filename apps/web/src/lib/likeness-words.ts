import type { LikenessReason } from '@gymgenius/catalog/substitutes'
import { t } from '@lingui/core/macro'
import type { Equipment, Muscle } from '@gymgenius/domain'
import { midSentence } from '../ui/locale.ts'
import { equipmentNames, jointNames, muscleNames } from '../ui/movement-words.ts'
import { formatNumber } from '../ui/numbers.ts'

type ReasonOf<Code extends LikenessReason['code']> = Extract<LikenessReason, { code: Code }>

/** Why a movement may stand in for another, as one short line: "same pattern, chest 1.0 shared, needs only dumbbells". */
export function likenessText(reasons: readonly LikenessReason[]): string {
  const of = <Code extends LikenessReason['code']>(code: Code) => reasons.filter((reason): reason is ReasonOf<Code> => reason.code === code)
  const isSame = of('same_exercise').length > 0
  const fixtures = of('needs_fixture').map(({ fixture }) => midSentence(equipmentNames[fixture]))
  return [
    ...(isSame ? [t`the same exercise`] : of('same_pattern').map(() => t`same pattern`)),
    ...of('shared_muscle').slice(0, 2).map(shared),
    ...of('same_equipment').map(({ equipment }) => (equipment === 'body_weight' ? needed(equipment, fixtures) : t`on the same equipment`)),
    ...of('other_equipment').map(({ equipment }) => needed(equipment, fixtures)),
    ...of('spares_joint').map(spared),
    ...of('joints_unknown').map(() => t`yours: its joints are not known`),
  ].join(', ')
}

function shared({ muscle, share, instead }: ReasonOf<'shared_muscle'>): string {
  const amount = formatNumber(share, 1)
  const name = nameOf(muscle)
  if (instead === undefined) return t`${name} ${amount} shared`
  const other = nameOf(instead)
  return t`${other} for ${name} ${amount}`
}

const nameOf = (muscle: Muscle) => midSentence(muscleNames[muscle])

function needed(equipment: Equipment, fixtures: readonly string[]): string {
  const things = [...(equipment === 'body_weight' ? [] : [midSentence(equipmentNames[equipment])]), ...fixtures].join(' + ')
  return things === '' ? t`needs no equipment` : t`needs only ${things}`
}

function spared({ joint: of }: ReasonOf<'spares_joint'>): string {
  const joint = midSentence(jointNames[of])
  return t`spares the ${joint}`
}
