import { DiaryEntry } from '@gymgenius/contracts'
import { type AthleteId, type DiaryEntryId, instantOf } from '@gymgenius/domain'
import { canonical } from '../../platform/canonical.ts'
import type { Ctx } from '../../platform/context.ts'
import { listEntries } from './diary.repository.ts'
import { entryShown, makeEntry } from './entries.service.ts'

export interface Brought {
  readonly id: DiaryEntryId
  /** As it stands in a file: a file is a stranger. */
  readonly value: unknown
}

/** Takes over entries of another house; answers those that cannot be kept. What is said here already, alike and at its time, is left. */
export async function bringEntries(ctx: Ctx, athleteId: AthleteId, entries: readonly Brought[]): Promise<readonly Brought[]> {
  const refused: Brought[] = []
  for (const { id, value } of entries) {
    const read = DiaryEntry.safeParse(value)
    if (!read.success) {
      refused.push({ id, value })
      continue
    }
    const { id: _theirs, kind, ...said } = read.data
    const at = instantOf(said.at)
    const there = await listEntries(ctx.db, athleteId, kind, 20, { from: at, to: at })
    const same = there.some((entry) => wordsOf(entryShown(entry)) === wordsOf(read.data))
    if (!same && typeof (await makeEntry(ctx, athleteId, id, kind, said)) === 'string') refused.push({ id, value })
  }
  return refused
}

const wordsOf = ({ id: _id, ...said }: DiaryEntry) => canonical(said)
