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
  return (
    <div className="shrink-0 bg-ground pt-1 pb-3">
      <div className="mb-2 min-h-0">
        <Suspense fallback={null}>{rest !== undefined && <RestBar rest={rest} />}</Suspense>
      </div>
      {row !== undefined && (
        <Button look="primary" big disabled={!canLog} onClick={onFirstPress(onLog)}>
          {said === false || said === '' ? words.done : words.doneWith(said)}
        </Button>
      )}
      {row === undefined && nextMovement !== undefined && (
        <Button look="primary" big onClick={onFirstPress(onNext)}>
          <span className="truncate">{words.nextMovement(nextMovement)}</span>
        </Button>
      )}
      {row === undefined && nextMovement === undefined && (
        <Button look="primary" big onClick={onFirstPress(onFinish)}>
          {words.finishTitle}
        </Button>
      )}
      <output className="sr-only">{nextTarget !== '' && words.nextTarget(nextTarget)}</output>
    </div>
  )
}

/** The second half of a double press lands on the set after the one it was meant for: only the first counts. A key's press has no count. */
const onFirstPress = (act: () => void) => (event: MouseEvent) => {
  if (event.detail <= 1) act()
}
