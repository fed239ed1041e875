import type { Api } from '@gymgenius/contracts'
import type { ProgramId, ProgramItem } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import { faultText } from '../../../lib/api.ts'
import { useParams } from '../../../lib/router.tsx'
import { isPhoneApp } from '../../../lib/server.ts'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { programQuery } from '../life/queries.ts'
import { useMovementName } from '../life/use-names.ts'
import { edgeText } from '../edge-text.ts'
import { dayOfPlanText } from '../life/days.ts'
import { itemText } from '../item-text.ts'
import { blockNames, words as programWords } from '../words.ts'
import { printWords as words } from './words.ts'

type Week = NonNullable<Api['GET /v1/programs/{id}']['reply']['weeks']>[number]
type Day = Week['days'][number]

/** A program on paper, for who leaves the phone in the locker. What is on the screen around it stays off the paper. */
export function PrintScreen() {
  const { programId } = useParams({ from: '/programs/$programId/print' })
  const id = programId as ProgramId
  const { data, error } = useQuery(programQuery(id))
  const [chosen, setChosen] = useState<number | 'all'>('all')
  const weeks = data?.weeks ?? []
  const shown = weeks.filter(({ week }) => chosen === 'all' || week === chosen)
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-4 px-4 py-3 print:max-w-none print:p-0">
      <div className="flex flex-col gap-4 print:hidden">
        <h1 className="text-large font-bold">{words.title}</h1>
        <p className="text-soft">{words.intro}</p>
        {error !== null && <Notice tone="caution">{faultText(error)}</Notice>}
        {weeks.length > 0 && (
          <Choice
            label={words.weeks}
            value={chosen}
            options={[{ value: 'all', text: words.all }, ...weeks.map(({ week }) => ({ value: week, text: String(week) }))]}
            onChange={setChosen}
          />
        )}
        {isPhoneApp() ? (
          <Notice>{words.noPrinter}</Notice>
        ) : (
          <Button look="primary" big icon={<Printer aria-hidden size={22} />} disabled={weeks.length === 0} onClick={() => window.print()}>
            {words.print}
          </Button>
        )}
      </div>
      {data !== undefined && (
        <div className="paper flex flex-col gap-6 rounded-card p-4 print:block print:rounded-none print:p-0">
          {shown.map((week) => (
            <WeekSheet key={week.week} week={week} program={data.name} />
          ))}
        </div>
      )}
    </div>
  )
}

/** Each week begins a page of its own. */
function WeekSheet({ week: { week, block, days }, program }: { readonly week: Week; readonly program: string }) {
  return (
    <section className="print:break-after-page print:last:break-after-auto">
      <h2 className="mb-2 font-semibold">
        {program} · {programWords.week(week)} · {blockNames[block]}
      </h2>
      {days.map((day) => (
        <DaySheet key={day.session} day={day} />
      ))}
    </section>
  )
}

function DaySheet({ day: { session, name, minutes, date, sections } }: { readonly day: Day }) {
  const movement = useMovementName()
  const work = [...sections.main, ...sections.accessory, ...sections.finisher]
  return (
    <div className="mb-4 break-inside-avoid text-small print:mb-3 print:text-[0.75rem] print:leading-tight">
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="font-semibold">{programWords.session(session, name)}</h3>
        <span className="shrink-0">
          {programWords.minutesOf(Math.round(minutes))} · {words.day}: {date === undefined ? '____________' : dayOfPlanText(date)}
        </span>
      </div>
      <Edge name={words.before} items={sections.warm_up} />
      <table className="w-full table-fixed border-collapse">
        <thead>
          <tr className="text-left">
            <th className="w-[40%] py-1 pr-2 font-medium print:py-0 sm:w-[32%]">{words.movement}</th>
            <th className="w-[29%] py-1 pr-2 font-medium print:py-0 sm:w-[24%]">{words.plan}</th>
            <th className="py-1 font-medium">{words.done}</th>
          </tr>
        </thead>
        <tbody>
          {work.map((item, place) => (
            <tr key={`${item.movementId} ${place}`} className="border-t border-line align-top">
              <td className="py-1 pr-2 break-words print:py-0.5 hyphens-auto">{movement(item.movement)}</td>
              <td className="py-1 pr-2 break-words print:py-0.5 hyphens-auto tabular">{itemText(item)}</td>
              <td className="py-1 print:py-0.5">
                <Boxes sets={item.sets.length} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Edge name={words.after} items={sections.cool_down} />
      <p className="mt-1 border-b border-line pb-3 print:pb-2">{words.note}:</p>
    </div>
  )
}

/** Warming up and cooling down need no boxes: a line each. */
function Edge({ name, items }: { readonly name: string; readonly items: readonly ProgramItem[] }) {
  const movement = useMovementName()
  if (items.length === 0) return null
  return (
    <p className="py-0.5">
      <span className="font-medium">{name}:</span> {items.map((item) => `${movement(item.movement)} (${edgeText(item)})`).join('; ')}
    </p>
  )
}

const Boxes = ({ sets }: { readonly sets: number }) => (
  <span aria-hidden className="flex flex-wrap gap-1">
    {Array.from({ length: sets }, (_, set) => (
      <span key={set} className="inline-block h-6 w-12 border border-control" />
    ))}
  </span>
)
