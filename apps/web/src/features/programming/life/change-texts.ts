import { formatNumber } from '../../../ui/numbers.ts'
import { noticeText } from '../report-texts.ts'
import { splitNames } from '../words.ts'
import { changeNames, deloadWords, lineTexts, restDaysOf, sessionsOf, setsOf } from './change-words.ts'
import { dayOfPlanText } from './days.ts'
import type { Line } from './types.ts'

/** What the codes of a change are called here: sessions by their names, movements in the lifter's language. */
export interface Names {
  readonly session: (number: number) => string
  readonly movement: (english: string) => string
}

const factsOf = ({ facts = {} }: Line) => ({
  number: (name: string) => Number(facts[name] ?? 0),
  text: (name: string) => String(facts[name] ?? ''),
})

/** One difference or one thing to know, in a sentence; undefined for a code of a newer server. */
export function lineText(line: Line, names: Names): string | undefined {
  const { number, text } = factsOf(line)
  const movement = names.movement(text('movement'))
  switch (line.code) {
    case 'movement_added':
      return lineTexts.movement_added(movement, number('sets'))
    case 'movement_removed':
      return lineTexts.movement_removed(movement, number('sets'))
    case 'movement_swapped':
      return lineTexts.movement_swapped(names.movement(text('before')), names.movement(text('after')))
    case 'sets':
      return lineTexts.sets(movement, number('before'), setsOf(number('after')))
    case 'sets_changed':
      return lineTexts.sets_changed(movement)
    case 'minutes':
      return lineTexts.minutes(Math.round(number('before')), Math.round(number('after')))
    case 'weeks_replaced':
      return lineTexts.weeks_replaced(number('from'), sessionsOf(number('sessionsBefore')), sessionsOf(number('sessionsAfter')))
    case 'session_moved':
      return number('before') === 0 ? lineTexts.session_last : lineTexts.session_moved(names.session(number('before')))
    case 'session_skipped':
      return lineTexts.session_skipped
    case 'session_taken_up':
      return lineTexts.session_taken_up
    case 'session_pinned':
      return lineTexts.session_pinned(dayOfPlanText(text('day')))
    case 'session_unpinned':
      return lineTexts.session_unpinned
    case 'rest_days':
      return lineTexts.rest_days(number('before'), restDaysOf(number('after')))
    case 'cut_movement':
      return lineTexts.cut_movement(movement, setsOf(number('sets')))
    case 'cut_sets':
      return lineTexts.cut_sets(movement, setsOf(number('sets')), number('left'))
    case 'cut_alternated':
      return lineTexts.cut_alternated(movement, names.movement(text('with')))
    case 'no_shorter':
      return lineTexts.no_shorter(number('minutes'))
    case 'movement_twice':
      return lineTexts.movement_twice(movement, names.session(number('session')))
    default:
      return noticeText(line, names.movement)
  }
}

export interface ToldLines {
  /** None: of the whole program. */
  readonly sessions: readonly number[]
  readonly texts: readonly string[]
}

/** Lines under the sessions they are about, in the order they are told; sessions of which the same is told come together. */
export function bySession(lines: readonly Line[], names: Names): ToldLines[] {
  const sessions = Map.groupBy(lines, ({ facts }) => (typeof facts?.['session'] === 'number' ? facts['session'] : undefined))
  const told = [...sessions].map(([session, own]) => ({ session, texts: own.flatMap((line) => lineText(line, names) ?? []) }))
  const alike = Map.groupBy(
    told.filter(({ texts }) => texts.length > 0),
    ({ session, texts }) => JSON.stringify([session === undefined, texts]),
  )
  return [...alike.values()].map((group) => ({ sessions: group.flatMap(({ session }) => session ?? []), texts: group[0]!.texts }))
}

/** What a change was for, in a few words. */
export function changeName(reason: Line, diff: readonly Line[], names: Names): string {
  const { number, text } = factsOf(reason)
  const session = () => names.session(number('session'))
  switch (reason.code) {
    case 'asked_swap': {
      const swapped = diff.find(({ code }) => code === 'movement_swapped')?.facts
      return changeNames.asked_swap(names.movement(String(swapped?.['before'] ?? '')), names.movement(String(swapped?.['after'] ?? '')))
    }
    case 'asked_move':
    case 'asked_pin':
    case 'asked_rest':
    case 'asked_skip':
    case 'asked_take_up':
    case 'asked_edit':
      return changeNames[reason.code](session())
    case 'asked_merge':
      return changeNames.asked_merge(number('session'), number('with'))
    case 'asked_fit':
      return changeNames.asked_fit(session(), text('minutes'))
    case 'asked_days':
      return changeNames.asked_days(number('daysPerWeek'))
    case 'asked_split':
      return changeNames.asked_split(splitNames[text('split') as keyof typeof splitNames] ?? text('split'))
    case 'asked_deload':
    case 'made_again':
    case 'workout_expired':
    case 'deload_advised':
      return changeNames[reason.code]
    default:
      return changeNames.other
  }
}

/** Why the engine proposes it, sentence by sentence; nothing for what a lifter asked for. */
export function whyLines({ code, facts = {} }: Line): string[] {
  if (code !== 'deload_advised') return []
  const said = (name: keyof typeof deloadWords) => {
    const fact = facts[name]
    const sentence = deloadWords[name]
    if (fact === undefined) return []
    return [typeof sentence === 'string' ? sentence : sentence(formatNumber(Number(fact), 1))]
  }
  return [deloadWords.intro, ...(['strength_falls', 'readiness_falls', 'targets_missed', 'more_sets'] as const).flatMap(said)]
}
