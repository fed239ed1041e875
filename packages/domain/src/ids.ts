declare const owner: unique symbol

/** A UUIDv7 in lower case that knows which table it points into. */
export type Id<Of extends string> = string & { readonly [owner]: Of }

export type AccountId = Id<'account'>
/** An athlete has the id of the account that signs in: one person, one id. */
export type AthleteId = AccountId
export type LoginSessionId = Id<'login_session'>
export type MailLinkId = Id<'mail_link'>
export type PasskeyId = Id<'passkey'>
export type ProviderLinkId = Id<'provider_link'>
export type MovementId = Id<'movement'>
export type RoutineId = Id<'routine'>
export type WorkoutId = Id<'workout'>
export type SetId = Id<'performed_set'>
export type RecommendationId = Id<'recommendation'>
export type ConstraintId = Id<'constraint'>
export type ImportId = Id<'import'>
export type OpId = Id<'op'>
export type DeviceId = Id<'device'>
export type GymId = Id<'gym'>
export type DiaryEntryId = Id<'diary_entry'>
export type ProgramId = Id<'program'>
export type PatchId = Id<'patch'>
export type GoalId = Id<'goal'>
export type CheckInId = Id<'check_in'>
export type TrainerGrantId = Id<'trainer_grant'>
export type PictureId = Id<'picture'>
export type AuditEntryId = Id<'audit_entry'>

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

export const isUuidV7 = (text: string) => UUID_V7.test(text)

/** Milliseconds since 1970 that a UUIDv7 carries in its first 48 bits. */
export const timeOfUuidV7 = (id: string) => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)

/**
 * Makes UUIDv7s that sort in the order they were made, also within one millisecond and when the clock steps back.
 *
 * `now` milliseconds since 1970; `randomBytes` fills the array it is given (browsers and Node both have
 * `crypto.getRandomValues`). Source: RFC 9562 §5.7 and §6.2, method 1 (a 12-bit counter in rand_a).
 */
export function uuidV7Maker(now: () => number, randomBytes: (into: Uint8Array) => void) {
  const bytes = new Uint8Array(10)
  let lastMs = -1
  let counter = 0
  return (): string => {
    randomBytes(bytes)
    const ms = now()
    if (ms > lastMs) {
      lastMs = ms
      counter = ((bytes[8]! << 8) | bytes[9]!) & 0x7ff // start in the lower half: room to count up
    } else if (++counter > 0xfff) {
      lastMs += 1
      counter = 0
    }
    const time = lastMs.toString(16).padStart(12, '0')
    const randA = counter.toString(16).padStart(3, '0')
    bytes[0] = (bytes[0]! & 0x3f) | 0x80
    let tail = ''
    for (let i = 0; i < 8; i++) tail += bytes[i]!.toString(16).padStart(2, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${randA}-${tail.slice(0, 4)}-${tail.slice(4)}`
  }
}
