import { experiences, type Experience, majorMuscleGroups, type MuscleGroup, usualLandmarks, type VolumeLandmarks } from '@gymgenius/domain'
import type { TrainingWeek } from '@gymgenius/engine/report'
import { useId, useState } from 'react'
import { Card } from '../../ui/card.tsx'
import { Choice } from '../../ui/field.tsx'
import { muscleGroupNames } from '../../ui/movement-words.ts'
import { dayText, setsText } from './texts.ts'
import { useWidth } from './use-width.ts'
import { perWeek } from './volume.ts'
import { words } from './words.ts'

/** Weeks drawn as bars. */
const BARS = 16
/** Weeks that the sentence speaks of. */
const LOOKED = 4

/** Sets a week of one muscle beside what usually is enough, best, and too much. */
export function VolumeCard({ weeks }: { readonly weeks: readonly TrainingWeek[] }) {
  const now = perWeek(weeks, LOOKED, ({ groups }) => groups)
  const most = majorMuscleGroups.toSorted((a, b) => (now.get(b) ?? 0) - (now.get(a) ?? 0))[0]!
  const [group, setGroup] = useState<MuscleGroup>(most)
  const [experience, setExperience] = useState<Experience>('intermediate')
  if (weeks.length === 0) return null
  const landmarks = usualLandmarks[experience]
  const sets = now.get(group) ?? 0
  const finding = words.volumeFinding(muscleGroupNames[group], setsText(sets), words.volumeVerdicts[verdictOf(sets, landmarks)])
  return (
    <Card title={words.volumeTitle}>
      <GroupChooser value={group} onChange={setGroup} />
      <Choice
        label={words.volumeExperience}
        value={experience}
        options={experiences.map((value) => ({ value, text: words.experiences[value] }))}
        onChange={setExperience}
      />
      <p className="mt-4 mb-2 font-semibold">{finding}</p>
      <Graph weeks={weeks} group={group} landmarks={landmarks} label={finding} />
      <p className="mt-3 text-note text-soft">{words.volumeNote}</p>
    </Card>
  )
}

function verdictOf(sets: number, { mev, mav, mrv }: VolumeLandmarks): keyof typeof words.volumeVerdicts {
  if (sets === 0) return 'none'
  if (sets < mev) return 'little'
  if (sets <= mav) return 'good'
  return sets <= mrv ? 'much' : 'tooMuch'
}

function GroupChooser({ value, onChange }: { readonly value: MuscleGroup; readonly onChange: (group: MuscleGroup) => void }) {
  const id = useId()
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {words.group}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value as MuscleGroup)}
        className="mb-4 min-h-12 w-full rounded-card border border-control bg-ground px-3 text-body text-ink"
      >
        {majorMuscleGroups.map((group) => (
          <option key={group} value={group}>
            {muscleGroupNames[group]}
          </option>
        ))}
      </select>
    </>
  )
}

const HEIGHT = 200
const BOTTOM = 20
const LEFT = 28

interface GraphProps {
  readonly weeks: readonly TrainingWeek[]
  readonly group: MuscleGroup
  readonly landmarks: VolumeLandmarks
  readonly label: string
}

function Graph({ weeks, group, landmarks: { mev, mav, mrv }, label }: GraphProps) {
  const [place, width] = useWidth()
  const last = weeks.at(-1)!.monday
  const bars = weeks
    .filter(({ monday }) => last - monday < 7 * BARS)
    .map(({ monday, groups }) => ({ monday, sets: groups[group] ?? 0, slot: BARS - 1 - (last - monday) / 7 }))
  const most = Math.max(mrv * 1.1, ...bars.map(({ sets }) => sets))
  const y = (sets: number) => 8 + (HEIGHT - BOTTOM - 8) * (1 - sets / most)
  const wide = (width - LEFT) / BARS
  return (
    <div ref={place} className="w-full">
      {width > 0 && (
        <svg role="img" aria-label={label} width={width} height={HEIGHT} className="block text-small">
          <rect x={LEFT} y={y(mav)} width={width - LEFT} height={y(mev) - y(mav)} className="fill-accent opacity-10" />
          {bars.map(({ monday, sets, slot }) => (
            <rect
              key={monday}
              x={LEFT + slot * wide + 1}
              y={y(sets)}
              width={Math.max(1, wide - 2)}
              height={y(0) - y(sets)}
              rx={2}
              className="fill-accent"
            >
              <title>{`${dayText(monday)}: ${setsText(sets)}`}</title>
            </rect>
          ))}
          {[mev, mav, mrv].map((sets) => (
            <g key={sets}>
              <line x1={LEFT} x2={width} y1={y(sets)} y2={y(sets)} className="stroke-ink opacity-60" strokeDasharray="4 4" />
              <text x={LEFT - 6} y={y(sets) + 4} textAnchor="end" className="fill-soft tabular">
                {setsText(sets)}
              </text>
            </g>
          ))}
          <text x={LEFT} y={HEIGHT - 4} className="fill-soft">
            {dayText((last - 7 * (BARS - 1)) as typeof last)}
          </text>
          <text x={width} y={HEIGHT - 4} textAnchor="end" className="fill-soft">
            {dayText(last)}
          </text>
        </svg>
      )}
    </div>
  )
}
