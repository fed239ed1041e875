import { plural, t } from '@lingui/core/macro'
import type { Joint } from '@gymgenius/domain'
import { locale, midSentence } from '../../ui/locale.ts'
import { jointNames } from '../../ui/movement-words.ts'
import type { CircuitFormat } from '@gymgenius/catalog/circuit'

const movements = (count: number) => plural(count, { one: '# movement', other: '# movements' })

export const words = {
  title: t`Library`,
  search: t`Search movements`,
  searchHint: t`bench, RDL, or what you need …`,
  filters: t`Filters`,
  count: movements,
  show: (count: number) => plural(count, { one: 'Show # movement', other: 'Show # movements' }),
  clear: t`Clear filters`,
  away: t`The movements come with the first connection to the server.`,
  coming: (count: number) =>
    plural(count, {
      one: '# movement of the library still to come: it needs a connection.',
      other: '# movements of the library still to come: they need a connection.',
    }),
  nothing: t`No movement fits`,
  nothingText: t`Try a shorter word or fewer filters. What the library lacks you can make yourself.`,
  noneByName: t`None by that name`,
  byMeaning: t`By what you mean`,
  asking: t`Looking for what you mean …`,
  needsConnection: t`No name has these words. Sentences need a connection.`,
  tooSlow: t`No name has these words, and the server took too long to look for what they mean. Change a word to ask again.`,
  more: t`Show more`,
  make: t`Make a movement`,
  circuits: t`Circuits`,
  filter: {
    muscles: t`Muscles`,
    patterns: t`Pattern`,
    equipment: t`Equipment`,
    disciplines: t`Discipline`,
    inMyGym: t`What my gym has`,
    trained: t`Trained by me`,
    own: t`My own`,
    favourites: t`Favourites`,
  },
  chosen: (name: string, values: readonly string[]) => `${name}: ${values.join(', ')}`,

  notKnown: t`This movement is not on this phone`,
  notKnownText: t`It may be new, or gone. The library is brought up to date once a day when the server can be reached.`,
  own: t`Your own movement`,
  edit: t`Edit`,
  alsoCalled: (names: readonly string[]) => {
    const list = names.join(' · ')
    return t`Also: ${list}`
  },
  baseIs: t`A variant of `,
  trains: t`What it trains`,
  musclesOf: (name: string) => t`Muscles of ${name}`,
  role: t`Role`,
  primeMover: t`Prime mover`,
  helps: (share: number) => {
    const percent = Math.round(share * 100)
    return share === 0.5 ? t`Helps, half a set` : t`Helps, ${percent}\u00a0% of a set`
  },
  musclesUnknown: t`Nobody has said which muscles this trains, so its sets count for none.`,
  cues: t`Cues`,
  setup: t`Set-up`,
  facts: {
    pattern: t`Pattern`,
    load: t`The load is`,
    perHand: t`The weight of one hand`,
    sides: t`Sides`,
    usual: t`Usual in a set`,
    needs: t`You need`,
    other: t`Also done with`,
    ready: t`Ready in`,
    discipline: t`Used in`,
    skill: t`Skill`,
  },
  range: (low: number, high: number, unit: string) => (low === high ? `${low} ${unit}` : `${low}–${high} ${unit}`),
  seconds: (seconds: number) => (seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`),
  skills: ['', t`Shown in a minute`, t`Quick to learn`, t`Takes some weeks`, t`Takes months`, t`Takes years`] as readonly string[],
  joints: t`Joints to mind`,
  jointsText: (joints: readonly Joint[]) => {
    const where = listOf(joints.map((joint) => midSentence(jointNames[joint])))
    return t`If your ${where} hurts today, choose something else.`
  },
  relations: {
    progressions: t`Harder`,
    regressions: t`Easier`,
    variations: t`Variations`,
    sameOnOtherEquipment: t`Same on other equipment`,
  },
  instead: t`In its place`,
  insteadText: t`What does most of the same work, likest first.`,
  insteadNone: t`Nothing that your gym and your rules leave.`,
  usedInCircuits: t`In circuits`,

  newTitle: t`Your movement`,
  newText: t`Only you see it. Its sets count for the muscles you name.`,
  like: t`It is a variant of …`,
  likeHint: t`Takes over muscles, pattern, equipment and load, which you can change below. Joints to mind, substitutes and first loads come from there too.`,
  variantOf: (name: string) => t`A variant of ${name}`,
  ofTheLibrary: t`one of the library`,
  noVariant: t`Not a variant`,
  name: t`Name`,
  nameMissing: t`Give it a name`,
  nameLong: (most: number, has: number) => t`A name has at most ${most} characters; this one has ${has}.`,
  pattern: t`Pattern`,
  equipment: t`Equipment`,
  laterality: t`Sides`,
  loadKind: t`The load you log is`,
  muscles: t`Muscles`,
  musclesHint: t`First those it trains most, then those that help.`,
  primeMovers: t`Prime movers: a set counts whole`,
  helpers: t`Helpers: a set counts half`,
  choose: t`Choose`,
  none: t`None yet`,
  save: t`Save`,
  saved: t`Saved`,
  notSaved: t`Could not be saved on this phone. Try again.`,
  remove: t`Remove movement`,
  removeAsk: t`Remove this movement?`,
  removeText: t`It leaves the lists. Its sets and their history stay.`,
  removed: t`Removed`,
  cancel: t`Cancel`,
  done: t`Done`,

  startCircuit: t`Start`,
  circuitsTitle: t`Circuits`,
  circuitsText: t`Templates to follow by the clock. The stations lead to their movements.`,
  formats: {
    amrap: t`As many rounds as possible`,
    emom: t`Every minute on the minute`,
    ladder: t`Ladder`,
    tabata: t`Tabata`,
    for_time: t`For time`,
    chipper: t`Chipper`,
  } satisfies Record<CircuitFormat, string>,
}

/** a, b or c */
const listOf = (parts: readonly string[]) => new Intl.ListFormat(locale(), { type: 'disjunction' }).format(parts)
