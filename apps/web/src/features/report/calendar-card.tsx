import { DAY_MS, type LocalDay, mondayOf, yearOfDay } from '@gymgenius/domain'
import type { ReportCard } from '@gymgenius/engine/report'
import { Card } from '../../ui/card.tsx'
import { wholeText } from './texts.ts'
import { useWidth } from './use-width.ts'
import { words } from './words.ts'

/** Weeks that a year can touch. */
const COLUMNS = 54
/** Sets of a day that make its square full. */
const FULL_DAY = 24
const SHADES = 4

/** How steadily somebody trained: a square for every day. */
export function CalendarCard({ card: { consistency, days } }: { readonly card: ReportCard }) {
  const [place, width] = useWidth()
  const { weeks, weeksTrained, longestRun, workouts } = consistency
  const byYear = Map.groupBy(days, ([day]) => yearOfDay(day))
  return (
    <Card title={words.weeksTitle(weeksTrained, weeks)}>
      <p className="mb-3 text-note text-soft">{words.weeksText(longestRun, workouts)}</p>
      <div ref={place} className="flex flex-col gap-3">
        {[...byYear].toReversed().map(([year, ofYear]) => (
          <div key={year}>
            <p className="mb-1 text-note tabular">{words.calendarYear(String(year), ofYear.length)}</p>
            {width > 0 && <Year year={year} days={new Map(ofYear)} width={width} />}
          </div>
        ))}
      </div>
      <p className="mt-3 text-note text-soft">{words.calendarNote}</p>
    </Card>
  )
}

/** The sentence above it says how many days; this is where they lie. */
function Year({ year, days, width }: { readonly year: number; readonly days: ReadonlyMap<LocalDay, number>; readonly width: number }) {
  const size = width / COLUMNS
  const first = (Date.UTC(year, 0, 1) / DAY_MS) as LocalDay
  const length = Date.UTC(year + 1, 0, 1) / DAY_MS - first
  const start = mondayOf(first)
  const squares = Array.from({ length }, (_, i) => (first + i) as LocalDay)
  return (
    <svg aria-hidden width={width} height={size * 7} viewBox={`0 0 ${COLUMNS} 7`} className="block">
      {squares.map((day) => (
        <rect
          key={day}
          x={Math.floor((day - start) / 7) + 0.07}
          y={((day - start) % 7) + 0.07}
          width={0.86}
          height={0.86}
          rx={0.2}
          style={{ fill: shadeOf(days.get(day) ?? 0) }}
        >
          {days.has(day) && <title>{wholeText(days.get(day)!)}</title>}
        </rect>
      ))}
    </svg>
  )
}

function shadeOf(sets: number): string {
  if (sets === 0) return 'var(--raised)'
  const shade = Math.min(SHADES, Math.ceil((sets / FULL_DAY) * SHADES))
  return `color-mix(in oklab, var(--accent) ${25 + (75 * shade) / SHADES}%, var(--raised))`
}
