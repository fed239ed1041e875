import { kg, type ProgramItem, type ProgramSet } from '@gymgenius/domain'
import { clockText } from '../../../ui/clock-text.ts'
import { formatNumber } from '../../../ui/numbers.ts'
import { kindWords } from '../../../ui/set-kind-words.ts'
import { words as programWords } from '../words.ts'
import { sessionWords as words } from './session-words.ts'
import { stepTexts } from './step-words.ts'

type LoadText = (load: ReturnType<typeof kg>) => string

/** `3 × 5–8 reps · RIR 2`: sets that follow each other and are alike are told once. */
export function setLines({ sets, progression }: Pick<ProgramItem, 'sets' | 'progression'>, loadText: LoadText, isDrill = false): string[] {
  const runs: { text: string; sets: number }[] = []
  for (const set of sets) {
    const text = oneSet(set, loadText, progression === 'percent', isDrill)
    const last = runs.at(-1)
    if (last?.text === text) last.sets += 1
    else runs.push({ text, sets: 1 })
  }
  return runs.map((run) => words.times(run.sets, run.text))
}

function oneSet(
  { kind = 'working', reps, repHigh, rir, durationSeconds, distanceMeters, loadKg, percent }: ProgramSet,
  loadText: LoadText,
  isByPercent: boolean,
  isDrill: boolean,
) {
  const isCounted = durationSeconds === undefined && distanceMeters === undefined
  const range = reps === repHigh ? `${reps}` : `${reps}–${repHigh}`
  const amount = isCounted
    ? words.reps(kind === 'amrap' ? `${range}+` : range)
    : durationSeconds === undefined
      ? programWords.metres(distanceMeters!)
      : clockText(durationSeconds)
  return [
    ...(kind === 'working' || kind === 'warm_up' ? [] : [kindWords[kind].name]),
    amount,
    ...(loadKg === undefined ? [] : [loadText(kg(loadKg))]),
    ...(percent === undefined || !isByPercent ? [] : [words.ofMax(formatNumber(percent, 1))]),
    // How much is left in reserve is not asked of drills, nor where the load follows from a percentage.
    ...(isCounted && (percent === undefined || !isByPercent) && kind !== 'warm_up' && !isDrill ? [`RIR ${formatNumber(rir, 1)}`] : []),
  ].join(' · ')
}

/** What the last time came to, in sentences, and the reasons that are not about that. */
export function stepsOf(
  reasons: ProgramItem['reasons'],
  loadText: LoadText,
): { readonly steps: string[]; readonly standing: ProgramItem['reasons'] } {
  const steps = reasons.flatMap(({ code, facts = {} }) => {
    const load = (name: string) => (facts[name] === undefined ? '' : loadText(kg(Number(facts[name]))))
    const amount = formatNumber(Number(facts['reps'] ?? facts['pauseSeconds'] ?? 0), 1)
    return stepTexts[code]?.({ load: load('loadKg') || load('toKg'), maximum: load('toKg'), amount }) ?? []
  })
  return { steps, standing: reasons.filter(({ code }) => stepTexts[code] === undefined) }
}

/** Neighbours of a section that are done in turn, together; everything else alone. */
export function inTurns(items: readonly ProgramItem[]): (readonly ProgramItem[])[] {
  const groups: ProgramItem[][] = []
  for (const item of items) {
    const last = groups.at(-1)
    if (item.superset !== undefined && last?.[0]?.superset === item.superset) last.push(item)
    else groups.push([item])
  }
  return groups
}

/** Rounds of a group: as many as its longest member has sets. */
export const roundsOf = (group: readonly ProgramItem[]) => Math.max(...group.map(({ sets }) => sets.length))
