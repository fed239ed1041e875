import type { Names } from './change-texts.ts'
import { changeWords as words } from './change-words.ts'
import { dayOfPlanText, todayIso } from './days.ts'
import { daysMoved } from './days-after.ts'
import type { Agenda, Change, Program } from './types.ts'

/** So many are told one by one. */
const TOLD = 5

/** The sessions that come to lie on another day. */
export function DaysChange({
  program,
  agenda,
  change,
  names,
}: {
  readonly program: Program
  readonly agenda: Agenda
  readonly change: Change
  readonly names: Names
}) {
  const moved = daysMoved(program, agenda, change, todayIso())
  if (moved.length === 0) return null
  return (
    <section>
      <h3 className="mb-1 font-semibold">{words.days}</h3>
      <ul className="list-disc pl-5 text-note">
        {moved.slice(0, TOLD).map(({ session, before, after }) => (
          <li key={session}>{words.dayMoves(names.session(session), dayText(before), dayText(after))}</li>
        ))}
      </ul>
      {moved.length > TOLD && <p className="mt-1 text-note text-soft">{words.moreDays(moved.length - TOLD)}</p>}
    </section>
  )
}

const dayText = (day: string | undefined) => (day === undefined ? words.noDay : dayOfPlanText(day))
