import { kg, poundsFromKg } from '@gymgenius/domain'
import { useEffect, useRef } from 'react'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { dateText } from '../../lib/dates.ts'
import { useUnit } from '../../ui/load.tsx'
import { axisDay, shownTime } from './days-axis.ts'
import { words } from './words.ts'

const HEIGHT = 220

interface Props {
  /** Local midnights, milliseconds, oldest first. */
  readonly days: readonly number[]
  readonly values: readonly number[]
  /** Kilograms, or else repetitions. */
  readonly isLoad: boolean
  /** What a screen reader says; the table below has the numbers. */
  readonly label: string
}

/** Dots for days and a line between them. Colours are the theme's; the value under the finger stands above the chart. */
export function StrengthChart({ days, values, isLoad, label }: Props) {
  const place = useRef<HTMLElement>(null)
  const unit = useUnit()

  // The chart draws on a canvas, which React cannot describe: it is made anew when what it shows changes.
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const shown = isLoad && unit === 'lb' ? values.map((value) => poundsFromKg(kg(value))) : [...values]
    const valueText = (value: number) => (isLoad ? `${Math.round(value)} ${unit}` : String(Math.round(value)))
    const colours = getComputedStyle(document.documentElement)
    const [line, ink, grid] = ['--accent', '--soft', '--line'].map((name) => colours.getPropertyValue(name)) as [string, string, string]
    const axis = { stroke: ink, grid: { stroke: grid, width: 1 }, ticks: { show: false }, font: '13px system-ui' }
    const [start, end] = shownTime(days)
    const chart = new uPlot(
      {
        width: element.clientWidth,
        height: HEIGHT,
        cursor: { drag: { x: false, y: false } },
        legend: { live: true },
        hooks: { ready: [(ready) => ready.setLegend({ idx: days.length - 1 })] }, // until a day is touched, the latest
        scales: {
          x: { time: true, range: () => [start / 1000, end / 1000] },
          y: { range: (_, low, high) => [Math.max(0, low - padding(low, high)), high + padding(low, high)] },
        },
        axes: [
          { ...axis, space: 76, values: (_, ticks) => ticks.map((at) => axisDay(at * 1000, end - start)) },
          { ...axis, size: 64, values: (_, ticks) => ticks.map(valueText) },
        ],
        series: [
          { label: words.day, value: (_, at) => (at === null ? '–' : dateText(at * 1000)) },
          {
            label: isLoad ? 'e1RM' : words.reps,
            stroke: line,
            width: 2,
            points: { size: 6, fill: line },
            value: (_, value) => (value === null ? '–' : valueText(value)),
          },
        ],
      },
      [days.map((day) => day / 1000), shown],
      element,
    )
    const resize = new ResizeObserver(() => chart.setSize({ width: element.clientWidth, height: HEIGHT }))
    resize.observe(element)
    return () => {
      resize.disconnect()
      chart.destroy()
    }
  }, [days, values, isLoad, unit])

  return <figure ref={place} aria-label={label} className="m-0 w-full overflow-hidden text-note" />
}

const padding = (low: number, high: number) => Math.max((high - low) * 0.15, 2)
