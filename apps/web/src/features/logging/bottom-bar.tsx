import type { Reps, Seconds } from '@gymgenius/domain'
import { type MouseEvent, Suspense } from 'react'
import { Button } from '../../ui/button.tsx'
import type { Standing } from './entry.ts'
import { RestBar } from './sheets.ts'
import type { SetRow } from './rows.ts'
import { useSetText } from '../../ui/set-text.tsx'
import type { SetTarget } from './target.ts'
import { useRest } from './use-rest.ts'
import { words } from './words.ts'

export interface BottomBarProps {
  readonly workoutId: string
  readonly row: Extract<SetRow, { state: 'coming' }> | undefined
  readonly target: SetTarget | undefined
  readonly standing: Standing | undefined
  readonly isPerSide: boolean
  readonly canLog: boolean
  /** For screen readers, when it changes. */
  readonly nextTarget: string
  readonly nextMovement: string | undefined
  readonly onLog: () => void
  readonly onNext: () => void
  readonly onFinish: () => void
}

/** The rest, and under the thumb the one thing to press. */
export function BottomBar({
  workoutId,
  row,
  target,
  standing,
  isPerSide,
  canLog,
  nextTarget,
  nextMovement,
  onLog,
  onNext,
  onFinish,
}: BottomBarProps) {
  const rest = useRest(workoutId)
  const setText = useSetText()
  const said =
    standing !== undefined &&
    setText({
      isPerSide,
      ...(standing.load !== undefined && { loadKg: standing.load }),
      ...(target?.seconds !== undefined
        ? { durationSeconds: standing.seconds as Seconds }
        : target?.metres !== undefined
          ? { distanceMeters: standing.metres }
          : standing.reps !== undefined && { reps: standing.reps as Reps }),
    })
  const act = row !== undefined ? onLog : nextMovement !== undefined ? onNext : onFinish
  const onwards = nextMovement === undefined ? words.finishTitle : words.nextMovement(nextMovement)
  return (
    <div className="shrink-0 bg-ground pt-1 pb-3 short:flex short:items-center short:gap-2 short:pb-1 short:*:flex-1">
      <div className="mb-2 min-h-0 empty:hidden short:mb-0">
        <Suspense fallback={null}>{rest !== undefined && <RestBar rest={rest} />}</Suspense>
      </div>
      {/* One button whatever it says: to take the pressed one away costs the browser a layout more, and the focus. */}
      <Button data-key="Enter" look="primary" big disabled={row !== undefined && !canLog} onClick={onFirstPress(act)}>
        {row === undefined ? (
          <span className="truncate">{onwards}</span>
        ) : said === false || said === '' ? (
          words.done
        ) : (
          words.doneWith(said)
        )}
      </Button>
      <output className="sr-only">{nextTarget !== '' && words.nextTarget(nextTarget)}</output>
    </div>
  )
}

/** The second half of a double press lands on the set after the one it was meant for: only the first counts. A key's press has no count. */
const onFirstPress = (act: () => void) => (event: MouseEvent) => {
  if (event.detail <= 1) act()
}
