import type { TrainedAthlete, TrainerGrant } from '@gymgenius/contracts'
import { type Instant, isoOf, type PictureId } from '@gymgenius/domain'
import type { GrantRecord } from './grants.repository.ts'

const toAnybody = ({ id, shownAs, kinds, seenFrom, endsAt }: GrantRecord) => ({
  id,
  shownAs,
  kinds: [...kinds],
  ...(seenFrom !== null && { seenFrom: isoOf(seenFrom) }),
  ...(endsAt !== null && { endsAt: isoOf(endsAt) }),
})

export const stateOf = ({ takenAt, endedAt, endsAt, codeExpiresAt }: GrantRecord, now: Instant): TrainerGrant['state'] => {
  if (endedAt !== null || (endsAt !== null && endsAt <= now)) return 'ended'
  if (takenAt !== null) return 'running'
  return codeExpiresAt > now ? 'open' : 'ended'
}

/** To the athlete who gave it. `codeOf` is asked only while somebody may still take it. */
export function grantShown(grant: GrantRecord, now: Instant, codeOf: (grant: GrantRecord) => string): TrainerGrant {
  const state = stateOf(grant, now)
  const { trainerEmail, takenAt, endedAt, lastLookedAt } = grant
  return {
    ...toAnybody(grant),
    state,
    givenAt: isoOf(grant.givenAt),
    ...(state === 'open' && { code: codeOf(grant), codeExpiresAt: isoOf(grant.codeExpiresAt) }),
    ...(trainerEmail !== null && { trainerEmail }),
    ...(takenAt !== null && { takenAt: isoOf(takenAt) }),
    ...(endedAt !== null && { endedAt: isoOf(endedAt) }),
    looks: grant.looks,
    ...(lastLookedAt !== null && { lastLookedAt: isoOf(lastLookedAt) }),
  }
}

/** To the trainer who took it. */
export const trainedShown = (grant: GrantRecord, pictureId?: PictureId): TrainedAthlete => ({
  ...toAnybody(grant),
  takenAt: isoOf(grant.takenAt ?? grant.givenAt),
  ...(pictureId !== undefined && { pictureId }),
})
