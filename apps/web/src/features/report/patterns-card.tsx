import type { LocalDay } from '@gymgenius/domain'
import type { PatternReport, PatternStrength } from '@gymgenius/engine/report'
import { Card } from '../../ui/card.tsx'
import { patternNames } from '../../ui/movement-words.ts'
import { mostMoved, workoutsAWeek } from './pattern-findings.ts'
import { dayText, setsText, wholeText } from './texts.ts'
import { words } from './words.ts'

/** Less than this is no finding. */
const LEVEL = 1

/** How strong each movement pattern has become, and how often it is trained. */
export function PatternsCard({ patterns, monday }: { readonly patterns: readonly PatternReport[]; readonly monday: LocalDay }) {
  if (patterns.length === 0) return null
  return (
    <Card title={titleOf(patterns)}>
      <div className="overflow-x-auto">
        <table className="w-full text-left">
          <thead>
            <tr className="text-note text-soft">
              <th scope="col" className="py-1 pr-2 font-medium">
                {words.pattern}
              </th>
              <th scope="col" className="py-1 pr-2 font-medium">
                <span className="sr-only">{words.patternCurve}</span>
              </th>
              <th scope="col" className="py-1 pr-3 text-right font-medium">
                {words.patternIndex}
              </th>
              <th scope="col" className="py-1 text-right font-medium">
                {words.patternWorkouts}
              </th>
            </tr>
          </thead>
          <tbody>
            {patterns.map((report) => (
              <PatternRow key={report.pattern} report={report} monday={monday} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-3 text-note text-soft">{words.patternNote}</p>
    </Card>
  )
}

function titleOf(patterns: readonly PatternReport[]): string {
  const found = mostMoved(patterns)
  if (found === undefined) return words.patternsTitle
  const name = patternNames[found.pattern]
  const percent = wholeText(Math.abs(found.index - 100))
  if (Math.abs(found.index - 100) < LEVEL) return words.patternsLevel
  return found.index > 100 ? words.patternUp(name, percent) : words.patternDown(name, percent)
}

function PatternRow({ report, monday }: { readonly report: PatternReport; readonly monday: LocalDay }) {
  const { pattern, strength, lastDay } = report
  const last = strength.at(-1)
  return (
    <tr className="border-t border-line">
      <th scope="row" className="py-1.5 pr-2 text-note font-normal">
        {patternNames[pattern]}
        <span className="block text-small text-soft">{words.patternLast(dayText(lastDay))}</span>
      </th>
      <td className="w-20 py-1.5 pr-2 sm:w-48">{strength.length > 1 && <Curve strength={strength} />}</td>
      <td className="py-1.5 pr-3 text-right font-semibold tabular">{last === undefined ? '–' : wholeText(last.index)}</td>
      <td className="py-1.5 text-right tabular">{setsText(workoutsAWeek(report, monday))}</td>
    </tr>
  )
}

const WIDTH = 100
const HEIGHT = 24
/** The least that the height stands for, in points: a wobble is no mountain. */
const LEAST_SPAN = 20

/** The figure beside it says where it ends; this is how it came there, with 100 as a line. */
function Curve({ strength }: { readonly strength: readonly PatternStrength[] }) {
  const [first, last] = [strength[0]!.monday, strength.at(-1)!.monday]
  const indices = [100, ...strength.map(({ index }) => index)]
  const [low, high] = [Math.min(...indices), Math.max(...indices)]
  const span = Math.max(LEAST_SPAN, high - low)
  const bottom = (low + high - span) / 2
  const x = (monday: LocalDay) => (WIDTH * (monday - first)) / Math.max(7, last - first)
  const y = (index: number) => HEIGHT * (1 - (index - bottom) / span)
  const path = strength.map(({ monday, index }, i) => `${i === 0 ? 'M' : 'L'}${x(monday).toFixed(1)} ${y(index).toFixed(1)}`).join('')
  return (
    <svg aria-hidden viewBox={`0 -1 ${WIDTH} ${HEIGHT + 2}`} preserveAspectRatio="none" className="block h-6 w-full">
      <line x1={0} x2={WIDTH} y1={y(100)} y2={y(100)} className="stroke-line" vectorEffect="non-scaling-stroke" />
      <path d={path} className="fill-none stroke-accent" strokeWidth={2} vectorEffect="non-scaling-stroke" strokeLinejoin="round" />
    </svg>
  )
}
