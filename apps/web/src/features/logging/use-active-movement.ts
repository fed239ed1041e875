import type { Movement, PerformedSet } from '@gymgenius/contracts'
import { isChain, kg, rirOfRpe, seconds, type Rir, type Seconds } from '@gymgenius/domain'
import { afterPaint } from '../../lib/after-paint.ts'
import { announce } from '../../lib/announce.ts'
import { isoNow, timeNow } from '../../lib/clock.ts'
import { newId } from '../../lib/ids.ts'
import type { Draft, DraftItem } from '../../lib/view/schema.ts'
import { clockText } from '../../ui/clock-text.ts'
import { effortFields, effortOf } from '../../ui/effort.ts'
import { loadInput, useUnit } from '../../ui/load.tsx'
import { deleteSet, logSet } from './actions.ts'
import { afterSet, type AfterSet, outcomeOf, withOutcome } from './after-set.ts'
import { breathsOf } from './breaths.ts'
import { withPlaceFor } from './draft-edits.ts'
import { countedIn, isMeasured, standingOf, type Entry } from './entry.ts'
import { lastTime, sameSet } from './previous.ts'
import { currentRow, rowsOf, type SetRow } from './rows.ts'
import { useSetText } from '../../ui/set-text.tsx'
import type { Coming, SetTarget } from './target.ts'
import { useEntries } from './use-entries.ts'
import { useGround, withSet } from './use-ground.ts'
import type { Rest } from './rest.ts'
import { useRecommendationId } from './use-recommendation.ts'
import { startRest, endRest, settleRest } from './use-rest.ts'
import { nextTargetOf, useTargets } from './use-targets.ts'
import type { WorkoutUnderWay } from './use-workout.ts'
import { words } from './words.ts'

/** Only where nothing else says one. */
const DEFAULT_REST = 120

export type ActiveMovementState = NonNullable<ReturnType<typeof useActiveMovement>>

/** Everything the screen of one movement knows and does; undefined while its history is read. */
export function useActiveMovement(current: WorkoutUnderWay, item: DraftItem, movement: Movement, onDraft: (draft: Draft) => void) {
  const { workout, sets, draft } = current
  const unit = useUnit()
  const setText = useSetText()
  const ground = useGround(movement, current)
  const { entryOf, setEntry, clearEntry } = useEntries(workout.id)

  const rows = rowsOf(item, sets)
  const row = currentRow(rows) as Coming | undefined
  const targets = useTargets(ground, rows)
  const target = row && targets.get(row.key)
  const recommendationId = useRecommendationId(ground, row, target)
  if (ground === undefined) return undefined

  const { effortScale } = ground.settings
  const slot = (of: Coming) => `${item.key} ${of.key}`
  const entry = row === undefined ? {} : entryOf(slot(row))
  const standing = target && standingOf(entry, target, unit, effortScale)
  /** A clock that runs is read when this is asked: the press logs what the clock shows, not what it showed when the screen was drawn. */
  const counted = () => standing && countedIn(standing, target!, heldIn(entry))
  const last = lastTime(ground.sets, workout.id, workout.startedAt)

  return {
    rows,
    row,
    target,
    standing,
    entry,
    ground,
    scale: effortScale,
    isPerSide: movement.laterality === 'unilateral' || row?.planned.kind === 'per_side',
    canLog: standing?.load !== undefined && counted() !== undefined,
    log,
    goOn,
    note,
    uncheck,
    previousOf,
    change,
    targetOf: (of: Coming) => targets.get(of.key),
    textOfNext: textOf(target) ?? '',
  }

  function change(next: Entry) {
    if (row !== undefined) setEntry(slot(row), next)
  }

  /** One press: the set as it stands on the screen. */
  async function log() {
    const done = counted()
    if (ground === undefined || row === undefined || target === undefined || standing?.load === undefined || done === undefined) return
    const id = newId<'performed_set'>()
    const fields = {
      workoutId: workout.id,
      movementId: movement.id,
      kind: row.planned.kind,
      loadKg: standing.load,
      ...done,
      ...effortFields(standing.effort),
      ...(entry.note !== undefined && { note: entry.note }),
      ...(target.tempo !== undefined && { tempo: target.tempo }),
      ...(entry.parts !== undefined && isChain(row.planned.kind) && { parts: [...entry.parts] }),
      ...(item.superset !== undefined && { superset: item.superset }),
      ...(recommendationId !== undefined && { recommendationId }),
    }
    const performedAt = isoNow()
    const set = { toFailure: false, ...withRir(fields), id, position: Number.MAX_SAFE_INTEGER, performedAt } as PerformedSet
    const rowsAfter = rowsOf(item, [...sets, set])
    const next = currentRow(rowsAfter)
    const asPreviewed = next && targets.get(next.key)
    const isOpen = isChain(set.kind) && set.reps !== undefined
    const after = isOpen ? openAfter(set) : afterSet(draft, [...sets, set], restBefore(asPreviewed))
    const logged = logSet(id, fields, performedAt) // before anything that a full phone could refuse
    navigator.vibrate?.(10)
    clearEntry(slot(row))
    onDraft(withOutcome(after.draft, id, outcomeOf(fields, target)))
    if (after.rest === undefined) endRest()
    else if (isOpen) startRest(workout.id, after.rest)
    else void settleWith(startRest(workout.id, after.rest, textOf(asPreviewed)))
    await logged
    announce(words.saved(row.label, setText(set), after.rest === undefined ? undefined : clockText(after.rest)))

    /** The preview knew nothing of this set: the rest is as long as the next target says, once that is there. */
    async function settleWith(begun: Rest) {
      await afterPaint()
      const asked = (await nextTargetOf(withSet(ground!, set), rowsAfter)) ?? asPreviewed
      settleRest(begun, afterSet(draft, [...sets, set], restBefore(asked)).rest, textOf(asked))
    }
  }

  /** A set that goes on part by part: the screen stays with it, and waits some breaths where its kind takes them. */
  function openAfter({ id, kind }: PerformedSet): AfterSet {
    return { draft: { ...draft, openSet: id }, rest: breathsOf(kind) }
  }

  /** The set that went on is over: what comes after a set comes now. */
  function goOn() {
    const after = afterSet({ ...draft, openSet: undefined }, sets, restBefore(target))
    onDraft(after.draft)
    if (after.rest === undefined) endRest()
    else startRest(workout.id, after.rest, textOf(target))
  }

  function note(said: string | undefined) {
    const { note: _, ...others } = entry
    change(said === undefined ? others : { ...others, note: said })
  }

  /** Not done after all; what was said stands in the fields again, the parts of a set that went on with it. */
  async function uncheck(set: PerformedSet) {
    const others = sets.filter(({ id }) => id !== set.id)
    const opened = withPlaceFor(draft, draft.activeItem, set.kind, others)
    const of = rowsOf(opened.items[draft.activeItem]!, others).find((each) => each.state === 'coming' && each.planned.kind === set.kind)
    if (opened !== draft) onDraft(opened)
    setEntry(slot(of as Coming), {
      load: loadInput(kg(set.loadKg ?? 0), unit),
      ...(set.reps !== undefined && { reps: String(set.reps) }),
      ...(set.durationSeconds !== undefined && { seconds: String(set.durationSeconds) }),
      ...(set.distanceMeters !== undefined && { metres: String(set.distanceMeters) }),
      effort: effortOf(set) ?? null,
      ...(set.note !== undefined && { note: set.note }),
      ...(set.parts !== undefined && { parts: set.parts }),
    })
    await deleteSet(set.id)
  }

  /** The same set of last time: the second warm-up beside the second warm-up. */
  function previousOf(of: SetRow) {
    const place = rows.filter((each) => kindOf(each) === kindOf(of)).findIndex(({ key }) => key === of.key)
    return sameSet(last, kindOf(of), place)
  }

  /** The rest before a set is the one that the engine says for that set. */
  function restBefore(next: SetTarget | undefined): Seconds {
    return row?.planned.restSeconds ?? next?.rest ?? target?.rest ?? seconds(DEFAULT_REST)
  }

  function textOf(some: SetTarget | undefined) {
    if (some === undefined) return undefined
    const { load: loadKg, reps, seconds: durationSeconds, metres: distanceMeters } = some
    return setText({ loadKg, durationSeconds, distanceMeters, ...(!isMeasured(some) && { reps }) })
  }
}

const withRir = <F extends { readonly rir?: Rir; readonly rpe?: number }>(fields: F) =>
  fields.rpe === undefined ? fields : { ...fields, rir: rirOfRpe(fields.rpe) }

/** What the clock of a hold says now, where it runs. */
const heldIn = ({ startedAt }: Entry) => (startedAt === undefined ? undefined : Math.max(0, Math.round((timeNow() - startedAt) / 1000)))

const kindOf = (row: SetRow) => (row.state === 'done' ? row.set.kind : row.planned.kind)
