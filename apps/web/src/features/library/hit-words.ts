import { t } from '@lingui/core/macro'
import { midSentence } from '../../ui/locale.ts'
import {
  disciplineNames,
  equipmentNames,
  jointNames,
  muscleGroupNames,
  muscleNames,
  patternNames,
  tierNames,
} from '../../ui/movement-words.ts'
import type { Hit } from './meaning.ts'

type Reason = Hit['reasons'][number]

/** Why a movement answers a question, as one short line: "push forward, dumbbells, kind to the shoulder". */
export const hitText = (reasons: readonly Reason[]): string => reasons.slice(0, 5).map(phrase).join(', ')

function phrase(reason: Reason): string {
  const than = String(reason['than'])
  if (reason.code === 'name') return t`the name fits`
  if (reason.code === 'asked') return asked(String(reason['kind']), String(reason['value']))
  if (reason.code === 'spares_joint') {
    const joint = named(String(reason['joint']))
    return reason['isFriendly'] === true ? t`kind to the ${joint}` : t`asks nothing of the ${joint}`
  }
  if (reason.code === 'harder') return t`harder than ${than}`
  if (reason.code === 'easier') return t`easier than ${than}`
  if (reason.code !== 'like') return t`its description is near`
  const movement = String(reason['movement'])
  return t`does the work of ${movement}`
}

function asked(kind: string, value: string): string {
  const name = named(value)
  if (kind === 'muscle') return t`trains ${name}`
  if (kind === 'fixture') return t`uses: ${name}`
  if (kind === 'unit') return t`is held for time`
  if (kind === 'skill') return t`is easy to learn`
  return kind === 'word' ? t`speaks of ${name}` : name
}

const names: Readonly<Record<string, string>> = {
  ...tierNames,
  ...disciplineNames,
  ...muscleGroupNames,
  ...muscleNames,
  ...jointNames,
  ...patternNames,
  ...equipmentNames,
}

const named = (value: string) => {
  const name = names[value]
  return name === undefined ? value.replaceAll(/[_-]/g, ' ') : midSentence(name)
}
