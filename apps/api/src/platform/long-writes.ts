import type { AthleteId } from '@gymgenius/domain'

/** How many pieces of work in this process are writing the history of a lifter, many units long. */
const writing = new Map<AthleteId, number>()

/** Does work that writes much of a lifter's history. What reads histories in the background leaves this one alone until it ends. */
export async function writingMuch<T>(athleteId: AthleteId, work: () => Promise<T>): Promise<T> {
  writing.set(athleteId, (writing.get(athleteId) ?? 0) + 1)
  try {
    return await work()
  } finally {
    const others = writing.get(athleteId)! - 1
    if (others === 0) writing.delete(athleteId)
    else writing.set(athleteId, others)
  }
}

export const isBeingWritten = (athleteId: AthleteId) => writing.has(athleteId)
