import { Card } from '../../../ui/card.tsx'
import { classes } from '../../../ui/classes.ts'
import { blockNames, words as programWords } from '../words.ts'
import { setsOf } from './change-words.ts'
import { lifeWords as words } from './life-words.ts'
import type { Week } from './types.ts'
import { waveOf } from './wave.ts'

/** The dots lie between these per cents, so that a rise is seen. */
const LEAST_SPAN = 12

/** How much and how heavy over all weeks: bars of sets, dots of intensity, deloads in amber. */
export function WaveCard({ weeks }: { readonly weeks: readonly Week[] }) {
  const wave = waveOf(weeks)
  if (wave.length < 2) return null
  const most = Math.max(1, ...wave.map(({ sets }) => sets))
  const percents = wave.flatMap(({ percent }) => percent ?? [])
  const [low, high] = [Math.min(...percents), Math.max(...percents)]
  const span = Math.max(LEAST_SPAN, high - low)
  const height = (percent: number) => 20 + (70 * (percent - (low + high - span) / 2)) / span
  return (
    <Card title={words.wave}>
      <ol className="flex h-32 items-stretch gap-1">
        {wave.map(({ week, block, sets, percent }) => {
          const isRelief = block === 'deload' || block === 'taper'
          const name = `${programWords.week(week)}, ${blockNames[block]}`
          return (
            <li key={week} className="flex min-w-0 flex-1 flex-col items-center">
              <span className="sr-only">
                {percent === undefined ? words.waveWeekSets(name, setsOf(sets)) : words.waveWeek(name, setsOf(sets), String(percent))}
              </span>
              <span aria-hidden className="relative w-full flex-1">
                <span
                  className={classes('absolute inset-x-0 bottom-0 rounded-t-lg', isRelief ? 'bg-caution/60' : 'bg-accent/40')}
                  style={{ height: `${(sets / most) * 100}%` }}
                />
                {percent !== undefined && (
                  <span
                    className="absolute left-1/2 -ml-1 size-2 rounded-chip bg-ink ring-2 ring-surface"
                    style={{ bottom: `${height(percent)}%` }}
                  />
                )}
              </span>
              <span aria-hidden className={classes('mt-1 text-small tabular', isRelief ? 'text-caution' : 'text-soft')}>
                {week}
              </span>
            </li>
          )
        })}
      </ol>
      <p className="mt-2 text-note text-soft">{words.waveHint}</p>
    </Card>
  )
}
