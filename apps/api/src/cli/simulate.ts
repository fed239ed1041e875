import { type CoachName, coaches, type Tally, twelveWeeks } from '@gymgenius/engine/simulate'
import { type Command, Usage } from './command.ts'

const MOST_LIFTERS = 100_000

export const simulateCommand: Command = {
  usage: '[--lifters N] [--seed N] [--coach NAME]',
  summary: 'Let simulated lifters train twelve weeks by the engine, and by others beside it',
  help: `  --lifters N  how many (default 50)
  --seed N     the first of them (default 1); the same seed is the same lifter with the same days
  --coach NAME only this one: ${Object.keys(coaches).join(', ')}

The lifters are of another model than the engine's. The oracle knows the truth about each; nobody can do better than it does.`,
  options: { lifters: { type: 'string' }, seed: { type: 'string' }, coach: { type: 'string' } },
  run: async ({ text }) => {
    const lifters = wholeNumber('--lifters', text('lifters') ?? '50', MOST_LIFTERS)
    const seed = wholeNumber('--seed', text('seed') ?? '1', 1_000_000_000)
    const coach = text('coach')
    if (coach !== undefined && !(coach in coaches)) throw new Usage(`--coach is ${Object.keys(coaches).join(', ')}, not "${coach}"`)
    console.log(['coach', ...columns.map(([name]) => name)].map(cell).join(''))
    for (const name of coach === undefined ? (Object.keys(coaches) as CoachName[]) : [coach as CoachName]) {
      const tallies = Array.from({ length: lifters }, (_, i) => twelveWeeks(name, seed + i))
      console.log([name, ...columns.map(([, figure]) => figure(tallies))].map(cell).join(''))
    }
    console.log(
      '\nSets after week 2: inside the range with the true reserve within one of the target; failed below the range; error of the',
    )
    console.log('believed maximum; first sets that moved by more than 7.5 % and a step without a flag; strength gained, rested.')
  },
}

type Figure = (tallies: readonly Tally[]) => string

const columns: readonly (readonly [name: string, figure: Figure])[] = [
  ['inside', (tallies) => percent(sum(tallies, 'inside') / sum(tallies, 'sets'))],
  ['failed', (tallies) => percent(sum(tallies, 'failedBelow') / sum(tallies, 'sets'))],
  ['e1RM off', (tallies) => percent(sum(tallies, 'e1rmError') / sum(tallies, 'e1rmAsked'))],
  ['untold', (tallies) => `${sum(tallies, 'movedUntold')} of ${sum(tallies, 'firstSets')}`],
  ['gained', (tallies) => percent(sum(tallies, 'gained') / (MOVEMENTS * tallies.length))],
]
/** Each simulated lifter trains three. */
const MOVEMENTS = 3

const cell = (text: string, column: number) => (column === 0 ? text.padEnd(8) : text.padStart(14))
const percent = (share: number) => (Number.isFinite(share) ? `${(100 * share).toFixed(1)} %` : '–')
const sum = (tallies: readonly Tally[], key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0)

function wholeNumber(option: string, text: string, most: number): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1 || value > most) throw new Usage(`${option} is a whole number from 1 to ${most}, not "${text}"`)
  return value
}
