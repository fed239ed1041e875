import { type DiaryEntry, type DiaryPatch, type DiaryPut, Problem } from '@gymgenius/contracts'
import type { AthleteId, DiaryEntryId } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'
import { changeEntry, diaryChangesSince, makeEntry, removeEntry } from '../diary/index.ts'
import type { Applied, Clocks, DeviceChange } from '../logging/index.ts'

/** An entry of the diary as it is now, under the number of its newest change. */
export interface DiaryMovedHere {
  readonly seq: number
  readonly clocks: Clocks
  readonly of: 'diary'
  readonly row: DiaryEntry | { readonly id: DiaryEntryId; readonly deleted: true }
}

/** Applies what a device says of an entry. These are hardly ever edited: the last to arrive wins. */
export async function applyDiaryOp(
  ctx: Ctx,
  athleteId: AthleteId,
  { id, change }: DeviceChange<DiaryEntryId, DiaryPut, DiaryPatch>,
): Promise<Applied> {
  if (change.kind === 'delete') {
    await removeEntry(ctx, athleteId, id)
    return { outcome: 'applied' }
  }
  if (change.kind === 'put') {
    if (change.isDeletedAlready) return { outcome: 'superseded' }
    const { kind, ...said } = change.fields
    const made = await makeEntry(ctx, athleteId, id, kind, said)
    if (made === 'taken' || made === 'not_theirs') throw new Problem('logging.id_taken')
    return { outcome: 'applied' }
  }
  const changed = await changeEntry(ctx, athleteId, id, change.fields, { takesDeletionBack: change.takesDeletionBack })
  if (changed === undefined) throw new Problem('diary.entry_not_found')
  return { outcome: 'applied' }
}

export async function diarySince(ctx: Ctx, athleteId: AthleteId, seq: number, limit: number): Promise<DiaryMovedHere[]> {
  const changes = await diaryChangesSince(ctx, athleteId, seq, limit)
  return changes.map(({ seq, row }) => ({ seq, clocks: {}, of: 'diary', row }))
}
