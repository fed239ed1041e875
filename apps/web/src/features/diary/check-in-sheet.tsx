import { type MuscleGroup, muscleGroupNames as groups } from '@gymgenius/domain'
import { HeartPulse } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { write } from '../../lib/logbook.ts'
import { noteInDiary } from '../../lib/view/diary.ts'
import type { EntryOf } from '../../lib/view/body-masses.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/field.tsx'
import { muscleGroupNames } from '../../ui/movement-words.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { answered } from './skipping.ts'
import { words } from './words.ts'

const HOURS = [4, 5, 6, 7, 8, 9] as const
const TIRED = [1, 2, 3, 4, 5] as const
/** What one tap more means. */
const NEXT: Readonly<Record<number, number>> = { 0: 2, 2: 4, 4: 0 }

/** Sleep, fatigue and soreness: each may be left out. Done again on the same day, it corrects what was said. */
export function CheckInSheet({
  recovery,
  soreness,
  pain,
  onClose,
}: {
  readonly recovery: EntryOf<'recovery'> | undefined
  readonly soreness: EntryOf<'soreness'> | undefined
  readonly pain: (onClose: () => void) => ReactNode
  readonly onClose: () => void
}) {
  const toast = useToast()
  const [sleepHours, setSleep] = useState(recovery?.sleepHours)
  const [fatigue, setFatigue] = useState(recovery?.fatigue)
  const [levels, setLevels] = useState<{ readonly [Group in MuscleGroup]?: number | undefined }>(soreness?.levels ?? {})
  const [hurts, setHurts] = useState(false)

  const save = async () => {
    const rest = { ...(sleepHours !== undefined && { sleepHours }), ...(fatigue !== undefined && { fatigue }) }
    const sore = Object.fromEntries(Object.entries(levels).filter(([, level]) => level !== undefined && level > 0))
    if (Object.keys(rest).length > 0)
      await (recovery === undefined ? noteInDiary({ kind: 'recovery', ...rest }) : correct(recovery.id, rest))
    if (soreness !== undefined) await correct(soreness.id, { levels: sore })
    else if (Object.keys(sore).length > 0) await noteInDiary({ kind: 'soreness', levels: sore })
    answered()
    onClose()
  }

  return (
    <Sheet title={words.title} open onClose={onClose}>
      <div className="flex flex-col gap-4">
        <p className="text-note text-soft">{words.hint}</p>
        <Choice
          label={words.sleep}
          value={sleepHours}
          options={HOURS.map((value) => ({ value, text: value === 4 ? '≤ 4' : value === 9 ? '9 +' : String(value) }))}
          onChange={setSleep}
        />
        <Choice
          label={words.fatigue}
          value={fatigue}
          options={TIRED.map((value) => ({ value, text: words.tired[value] }))}
          onChange={setFatigue}
        />
        <fieldset className="m-0 border-0 p-0">
          <legend className="mb-1 p-0 text-note font-medium">{words.sore}</legend>
          <p className="mb-2 text-note text-soft">{words.soreHint}</p>
          <div className="flex flex-wrap gap-2">
            {groups.map((group) => {
              const level = levels[group] ?? 0
              return (
                <Button
                  key={group}
                  look={level > 0 ? 'primary' : 'secondary'}
                  aria-pressed={level > 0}
                  onClick={() => setLevels({ ...levels, [group]: NEXT[level] ?? 0 })}
                >
                  {muscleGroupNames[group]}
                  {level > 0 && <span className="text-small">{words.levels[level > 2 ? 4 : 2]}</span>}
                </Button>
              )
            })}
          </div>
        </fieldset>
        <div>
          <Button icon={<HeartPulse aria-hidden size={20} />} onClick={() => setHurts(true)}>
            {words.hurts}
          </Button>
        </div>
        <Button look="primary" big onClick={() => void save().catch(() => toast({ text: words.notSaved }))}>
          {words.save}
        </Button>
      </div>
      {hurts && pain(() => setHurts(false))}
    </Sheet>
  )
}

const correct = (id: string, fields: Readonly<Record<string, unknown>>) => write([{ entity: 'diary', entityId: id, kind: 'patch', fields }])
