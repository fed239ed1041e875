import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { library, nameMatcher } from '@gymgenius/catalog'
import { readLogs } from './training-logs.ts'

/**
 * How many strength sets of real logs find their movement without a human, and how many find a wrong one.
 * Right and wrong are judged by names-by-hand.tsv, which a person wrote from the names alone: all of the hundred most frequent
 * names, a hundred drawn from the next four hundred, a hundred from the rest. What was drawn stands for what was not.
 * Lifters on odd places were not looked at when the words were tuned. UNMAPPED=30 prints what still asks among the others.
 */
const { movements } = library()
const match = nameMatcher(movements)
const slugOf = new Map(movements.map(({ id, slug }) => [id, slug]))

interface Judged {
  readonly stratum: string
  readonly name: string
  /** What would be right; none of the library's if empty. Asking is never wrong. */
  readonly meant: readonly string[]
}
const byHand = readFileSync(join(import.meta.dirname, 'names-by-hand.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line): Judged => {
    const [stratum, name, meant] = line.split('\t') as [string, string, string]
    return { stratum, name, meant: meant.split(' ').filter(Boolean) }
  })

const logs = readLogs()
const all = countsOf(logs.map(({ lifter }) => lifter))
const found = new Map([...all.keys(), ...byHand.map(({ name }) => name)].map((name) => [name, match(name)]))
const percent = (part: number, whole: number) => (whole === 0 ? '   –  ' : `${((100 * part) / whole).toFixed(2)} %`.padStart(8))

console.log(
  `${movements.length} movements, ${byHand.length} names judged by hand, ${logs.length} lifters, ${sum(all.values())} strength sets`,
)
byHandReport()
if (logs.length > 0) logReport()

function byHandReport() {
  console.log('\nby hand      names   right   wrong   asks    sets right  wrong  asks')
  const estimates = { right: 0, wrong: 0, asks: 0 }
  for (const stratum of ['head', 'middle', 'tail']) {
    const names = byHand.filter((one) => one.stratum === stratum)
    const outcome = (one: Judged) => {
      const movement = found.get(one.name)?.movement
      return movement === undefined ? 'asks' : one.meant.includes(slugOf.get(movement.id)!) ? 'right' : 'wrong'
    }
    const count = (which: string) => names.filter((one) => outcome(one) === which).length
    const weigh = (which: string) => sum(names.filter((one) => outcome(one) === which).map(({ name }) => all.get(name) ?? 0))
    const whole = sum(names.map(({ name }) => all.get(name) ?? 0))
    console.log(
      stratum.padEnd(12),
      String(names.length).padStart(5),
      ...['right', 'wrong', 'asks'].map((which) => String(count(which)).padStart(7)),
      '  ',
      ...['right', 'wrong', 'asks'].map((which) => percent(weigh(which), whole)),
    )
    for (const one of names.filter((each) => outcome(each) === 'wrong'))
      console.log(`   wrong: ${one.name} → ${found.get(one.name)?.movement.name} (${found.get(one.name)?.reason})`)
    if (process.env['UNMAPPED'] !== undefined)
      for (const one of names.filter((each) => outcome(each) === 'asks' && each.meant.length > 0)) console.log(`   asks: ${one.name}`)
    const share = stratumSets(stratum) / (sum(all.values()) || 1)
    for (const which of ['right', 'wrong', 'asks'] as const) estimates[which] += (share * weigh(which)) / (whole || 1)
  }
  if (logs.length > 0)
    console.log(
      `of all sets, by these: right ${percent(estimates.right, 1)}, wrong ${percent(estimates.wrong, 1)}, asks ${percent(estimates.asks, 1)}`,
    )
}

function logReport() {
  const lifters = logs.map(({ lifter }) => lifter)
  const rows: [string, readonly string[]][] = [
    ['all', lifters],
    ['looked at', lifters.filter((_, at) => at % 2 === 0)],
    ['not looked at', lifters.filter((_, at) => at % 2 === 1)],
    ...[...new Set(lifters.map(dialectOf))].map((dialect): [string, string[]] => [
      dialect,
      lifters.filter((l) => dialectOf(l) === dialect),
    ]),
  ]
  console.log('\nlifters            n   names     sets   mapped     asks   least lifter')
  for (const [title, chosen] of rows) {
    const counts = countsOf(chosen)
    const each = chosen.map((lifter) => shareMapped(countsOf([lifter])))
    console.log(
      title.padEnd(15),
      String(chosen.length).padStart(4),
      String(counts.size).padStart(7),
      String(sum(counts.values())).padStart(8),
      percent(shareMapped(counts), 1),
      percent(1 - shareMapped(counts), 1),
      percent(Math.min(...each), 1),
    )
  }
  const reasons = new Map<string, number>()
  for (const [name, sets] of all)
    reasons.set(found.get(name)?.reason ?? 'asks', (reasons.get(found.get(name)?.reason ?? 'asks') ?? 0) + sets)
  console.log(
    '\nreasons, share of sets:',
    [...reasons].map(([reason, sets]) => `${reason} ${percent(sets, sum(all.values())).trim()}`).join(', '),
  )
  const most = Number(process.env['UNMAPPED'] ?? 0)
  const asks = [...countsOf(lifters.filter((_, at) => at % 2 === 0))].filter(([name]) => found.get(name) === undefined)
  for (const [name, sets] of asks.sort((a, b) => b[1] - a[1]).slice(0, most)) console.log(String(sets).padStart(6), name)
}

function shareMapped(counts: ReadonlyMap<string, number>) {
  return sum([...counts].map(([name, sets]) => (found.get(name) === undefined ? 0 : sets))) / sum(counts.values())
}

/** Sets with reps, by the name the lifter's app gave the movement. */
function countsOf(lifters: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { lifter, sets } of logs) {
    if (!lifters.includes(lifter)) continue
    for (const { movement, reps } of sets) if (reps > 0) counts.set(movement.key, (counts.get(movement.key) ?? 0) + 1)
  }
  return counts
}

function stratumSets(stratum: string): number {
  const ranked = [...all].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([, sets]) => sets)
  const [from, to] = stratum === 'head' ? [0, 100] : stratum === 'middle' ? [100, 500] : [500, ranked.length]
  return sum(ranked.slice(from, to))
}

function dialectOf(lifter: string) {
  return lifter.replace(/-\d+$/, '')
}

function sum(numbers: Iterable<number>) {
  let total = 0
  for (const one of numbers) total += one
  return total
}
