import { type ProgramReport, trackedMuscles } from '@gymgenius/domain'
import { useState } from 'react'
import { Choice } from '../../../ui/field.tsx'
import { muscleGroupNames } from '../../../ui/movement-words.ts'
import { setsText, toTenths } from '../figures.ts'
import { changeWords as words } from './change-words.ts'
import type { WhatIf } from './types.ts'
import { changedWeeks, setsIn } from './volume.ts'

/** Hard sets of each muscle in one of the weeks that change, as planned now and with the change, over the band that is useful. */
export function VolumeChange({ whatIf, report }: { readonly whatIf: WhatIf; readonly report: ProgramReport | undefined }) {
  const weeks = changedWeeks(whatIf)
  const [chosen, setChosen] = useState<number>()
  const week = chosen ?? weeks[0]
  if (week === undefined) return <p className="text-note text-soft">{words.sameSets}</p>
  const bands = report?.volume.find((one) => one.week === week)?.muscles ?? report?.volume[0]?.muscles
  const rows = trackedMuscles.map((muscle) => ({
    muscle,
    before: setsIn(whatIf, 'before', muscle, week),
    after: setsIn(whatIf, 'after', muscle, week),
    ...(bands !== undefined && { mev: bands[muscle].mev, mrv: bands[muscle].mrv }),
  }))
  const widest = Math.max(1, ...rows.flatMap(({ before, after, mrv = 0 }) => [before, after, mrv]))
  const share = (sets: number) => `${(sets / widest) * 100}%`
  return (
    <section>
      <h3 className="mb-1 font-semibold">{words.sets}</h3>
      {weeks.length > 1 && (
        <div className="mb-3">
          <Choice label={words.inWeek} value={week} options={weeks.map((value) => ({ value, text: String(value) }))} onChange={setChosen} />
        </div>
      )}
      <ul className="flex flex-col gap-2">
        {rows.map(({ muscle, before, after, mev, mrv }) => {
          const name = muscleGroupNames[muscle]
          const isSame = before === after
          return (
            <li key={muscle}>
              <span className={isSame ? 'block text-note text-soft' : 'block text-note font-medium'}>
                {isSame ? words.setsSame(name, toTenths(before)) : words.setsChange(name, setsText(before), toTenths(after))}
              </span>
              <span aria-hidden className="relative block h-5 rounded-lg bg-raised">
                {mev !== undefined && mrv !== undefined && (
                  <span className="absolute inset-y-0 rounded-lg bg-accent/25" style={{ left: share(mev), width: share(mrv - mev) }} />
                )}
                <span className="absolute top-0.5 left-0 h-1.5 rounded-chip bg-control" style={{ width: share(before) }} />
                <span className="absolute bottom-0.5 left-0 h-2 rounded-chip bg-accent" style={{ width: share(after) }} />
              </span>
            </li>
          )
        })}
      </ul>
      <p className="mt-2 text-note text-soft">{words.setsHint}</p>
    </section>
  )
}
