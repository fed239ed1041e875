import { Choice } from '../../ui/field.tsx'
import { sheetWords as words } from './sheet-words.ts'

const RPE = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const

/** How hard the workout was as a whole; nobody has to say. */
export function SessionEffort({ rpe, onChange }: { readonly rpe: number | undefined; readonly onChange: (rpe: number) => void }) {
  return (
    <div>
      <Choice label={words.sessionEffort} value={rpe} options={RPE.map((value) => ({ value, text: String(value) }))} onChange={onChange} />
      <p className="mt-1 text-note text-soft">{words.sessionEffortHint}</p>
    </div>
  )
}
