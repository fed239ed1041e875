import { kg, kgFromPounds, type LocalDay, poundsFromKg } from '@gymgenius/domain'
import type { CurvePoint } from '@gymgenius/engine/report'
import { type PointerEvent, useState } from 'react'
import { useUnit, useWholeLoadText } from '../../ui/load.tsx'
import { dayText, monthText } from './texts.ts'
import { useWidth } from './use-width.ts'
import { words } from './words.ts'

const HEIGHT = 240
const LEFT = 46
const BOTTOM = 24
const TOP = 8
const RIGHT = 8
/** Four times in five a normal lies within so many sd. */
const EIGHTY = 1.2816

export interface KnownPoint extends CurvePoint {
  readonly strength: NonNullable<CurvePoint['strength']>
}

/** The maximum believed after each day with its 80 % band, and dots for what single days showed. The value touched stands above. */
export function CurveChart({ points, label }: { readonly points: readonly KnownPoint[]; readonly label: string }) {
  const [place, width] = useWidth()
  const [touched, setTouched] = useState<number>()
  const shown = points[touched ?? points.length - 1]!
  const scale = scaleOf(points, Math.max(width, 200), useUnit())

  function touch(event: PointerEvent<SVGSVGElement>) {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left
    setTouched(nearest(points, scale.dayAt(x)))
  }
  return (
    <div ref={place} className="w-full">
      <Value point={shown} />
      {width > 0 && (
        <svg
          role="img"
          aria-label={label}
          width={width}
          height={HEIGHT}
          className="block touch-pan-y text-small"
          onPointerMove={touch}
          onPointerDown={touch}
          onPointerLeave={() => setTouched(undefined)}
        >
          <Axes scale={scale} width={width} />
          <path d={bandPath(points, scale)} className="fill-accent opacity-20" />
          {points.map((point, i) => (
            <circle
              key={i}
              cx={scale.x(point.day)}
              cy={scale.y(point.e1rm)}
              r={points.length > 150 ? 1.5 : 2.5}
              className="fill-soft opacity-70"
            />
          ))}
          <path d={linePath(points, scale)} className="fill-none stroke-accent" strokeWidth={2.5} strokeLinejoin="round" />
          <circle cx={scale.x(shown.day)} cy={scale.y(shown.strength.mean)} r={5} className="fill-accent stroke-surface" strokeWidth={2} />
        </svg>
      )}
    </div>
  )
}

function Value({ point: { day, e1rm, strength } }: { readonly point: KnownPoint }) {
  const loadText = useWholeLoadText()
  const [low, high] = bandOf(strength)
  return (
    <p className="mb-1 min-h-10 text-note text-soft tabular">
      {words.curveAt(dayText(day), loadText(strength.mean), loadText(low), loadText(high))} · {words.curveDot(loadText(e1rm))}
    </p>
  )
}

function Axes({ scale, width }: { readonly scale: Scale; readonly width: number }) {
  return (
    <>
      {scale.ticks.map(({ value, text }) => (
        <g key={text}>
          <line x1={LEFT} x2={width - RIGHT} y1={scale.y(value)} y2={scale.y(value)} className="stroke-line" />
          <text x={LEFT - 6} y={scale.y(value) + 4} textAnchor="end" className="fill-soft tabular">
            {text}
          </text>
        </g>
      ))}
      {scale.days.map((day, i) => (
        <text
          key={day}
          x={scale.x(day)}
          y={HEIGHT - 4}
          textAnchor={i === 0 ? 'start' : i === scale.days.length - 1 ? 'end' : 'middle'}
          className="fill-soft"
        >
          {monthText(day)}
        </text>
      ))}
    </>
  )
}

interface Scale {
  x(day: number): number
  y(load: number): number
  dayAt(x: number): number
  readonly ticks: readonly { readonly value: number; readonly text: string }[]
  readonly days: readonly LocalDay[]
}

function scaleOf(points: readonly KnownPoint[], width: number, unit: 'kg' | 'lb'): Scale {
  const [first, last] = [points[0]!.day, points.at(-1)!.day]
  const means = points.map(({ strength }) => strength.mean)
  const bests = points.map(({ e1rm }) => e1rm).sort((a, b) => a - b)
  // A few light days must not press the curve against the ceiling: their dots are cut off at the floor.
  const low = Math.min(bests[Math.floor(bests.length / 20)]!, ...means.map((mean) => mean * 0.94))
  const high = Math.max(bests.at(-1)!, ...points.map(({ strength }) => bandOf(strength)[1]))
  const shownLow = unit === 'kg' ? low : poundsFromKg(kg(low))
  const shownHigh = unit === 'kg' ? high : poundsFromKg(kg(high))
  const step = niceStep((shownHigh - shownLow) / 4)
  const floor = Math.floor(shownLow / step) * step
  const ceiling = Math.ceil(shownHigh / step) * step
  const inKg = (value: number) => (unit === 'kg' ? value : kgFromPounds(value))
  const [bottom, top] = [inKg(floor), inKg(ceiling)]
  const days = Math.max(1, last - first)
  const inner = width - LEFT - RIGHT
  return {
    x: (day) => LEFT + ((day - first) / days) * inner,
    y: (load) => HEIGHT - BOTTOM - (Math.max(0, load - bottom) / (top - bottom)) * (HEIGHT - BOTTOM - TOP),
    dayAt: (x) => first + ((x - LEFT) / inner) * days,
    ticks: Array.from({ length: Math.round((ceiling - floor) / step) + 1 }, (_, i) => ({
      value: inKg(floor + i * step),
      text: `${floor + i * step}`,
    })),
    days: [first, ...(inner > 260 ? [Math.round((first + last) / 2) as LocalDay] : []), last],
  }
}

/** 1, 2, 5, 10, 20 …: the first that is no smaller. */
function niceStep(least: number): number {
  for (let power = 1; ; power *= 10) for (const step of [1, 2, 5]) if (step * power >= least) return step * power
}

export const bandOf = ({ mean, sd }: KnownPoint['strength']): readonly [number, number] => [mean - EIGHTY * sd, mean + EIGHTY * sd]

const linePath = (points: readonly KnownPoint[], { x, y }: Scale) =>
  points.map(({ day, strength }, i) => `${i === 0 ? 'M' : 'L'}${x(day).toFixed(1)} ${y(strength.mean).toFixed(1)}`).join('')

function bandPath(points: readonly KnownPoint[], { x, y }: Scale): string {
  const upper = points.map(({ day, strength }) => `${x(day).toFixed(1)} ${y(bandOf(strength)[1]).toFixed(1)}`)
  const lower = points.map(({ day, strength }) => `${x(day).toFixed(1)} ${y(bandOf(strength)[0]).toFixed(1)}`)
  return `M${[...upper, ...lower.toReversed()].join('L')}Z`
}

const nearest = (points: readonly KnownPoint[], day: number) =>
  points.reduce((best, point, i) => (Math.abs(point.day - day) < Math.abs(points[best]!.day - day) ? i : best), 0)
