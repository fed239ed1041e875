import type { Equipment } from '@gymgenius/domain'
import type { LikenessReason } from './likeness.ts'
import type { Liking } from './my-rules.ts'

type ReasonOf<Code extends LikenessReason['code']> = Extract<LikenessReason, { code: Code }>

/** The reasons of a substitute as one short line, such as "same pattern, chest 1.0 shared, needs only dumbbells". English. */
export function likenessLine(reasons: readonly LikenessReason[]): string {
  const of = <Code extends LikenessReason['code']>(code: Code) => reasons.filter((reason): reason is ReasonOf<Code> => reason.code === code)
  const isSame = of('same_exercise').length > 0
  const said = [
    ...of('liked').map(({ liking }) => likingWords[liking]),
    ...(isSame ? ['the same exercise'] : of('same_pattern').map(() => 'same pattern')),
    ...of('shared_muscle').slice(0, 2).map(musclePhrase),
    ...of('same_equipment').map(({ equipment }) =>
      equipment === 'body_weight' ? needed(equipment, of('needs_fixture')) : 'on the same equipment',
    ),
    ...of('other_equipment').map(({ equipment }) => needed(equipment, of('needs_fixture'))),
    ...of('spares_joint').map(({ joint }) => `spares the ${plain(joint)}`),
    ...of('joints_unknown').map(() => 'yours: its joints are not known'),
  ]
  return said.join(', ')
}

function musclePhrase({ muscle, share, instead }: ReasonOf<'shared_muscle'>): string {
  const amount = share.toFixed(1)
  return instead === undefined ? `${plain(muscle)} ${amount} shared` : `${plain(instead)} for ${plain(muscle)} ${amount}`
}

function needed(equipment: Equipment, fixtures: readonly ReasonOf<'needs_fixture'>[]): string {
  const things = [...(equipment === 'body_weight' ? [] : [called[equipment] ?? `a ${plain(equipment)}`]), ...fixtures.map(thing)]
  if (things.length === 0) return 'needs no equipment'
  const last = things.pop()!
  return `needs only ${things.length === 0 ? last : `${things.join(', ')} and ${last}`}`
}

const thing = ({ fixture }: ReasonOf<'needs_fixture'>) =>
  fixture.endsWith('s') || fixture === 'open_space' ? plain(fixture) : `${/^[aeiou]/.test(fixture) ? 'an' : 'a'} ${plain(fixture)}`

/** What a lifter said in favour of a movement, as a reason for its place. English. */
export const likingWords: Readonly<Record<Liking, string>> = {
  hard_yes: 'you always want it',
  preferred: 'you prefer it',
  favourite: 'a favourite of yours',
}

const called: Partial<Record<Equipment, string>> = {
  dumbbell: 'dumbbells',
  ez_bar: 'an EZ bar',
  suspension: 'a suspension trainer',
  other: 'other equipment',
}

const plain = (word: string) => word.replaceAll('_', ' ')
