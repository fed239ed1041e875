import {
  effortScales,
  isMeasurableLoad,
  isUuidV7,
  limits,
  timeOfUuidV7,
  type Id,
  type Kilograms,
  type Reps,
  type Rir,
  type Seconds,
} from '@gymgenius/domain'
import { z } from 'zod'

/** Give a schema's output the domain's branded type; JSON keeps the plain shape. */
export const branded = <Brand>(schema: z.ZodType<string> | z.ZodType<number>) => schema as unknown as z.ZodType<Brand, Brand>

/** A fault with a stable word of its own: the HTTP layer copies `code` into `facts.errors`. */
export const fault = (code: string, message: string) => ({ error: message, params: { code } })

/** Text of one pattern. Zod keeps the fault's word on a refinement, and drops it on its own `regex`. */
export const matching = (pattern: RegExp, said: ReturnType<typeof fault>) =>
  z
    .string()
    .refine((value) => pattern.test(value), said)
    .meta({ pattern: pattern.source })

/** The id of something that exists: a UUIDv7, lower case, no braces (Postgres would accept more spellings than one). */
export const idOf = <Of extends string>() =>
  branded<Id<Of>>(z.string().refine(isUuidV7, fault('invalid_id', 'Must be a UUIDv7 in lower case')).meta({ format: 'uuid' }))

const EARLIEST_ID_MS = Date.UTC(2015, 0, 1)

/** An id a client makes for something new: as `idOf`, and its time must be believable (2015 to five minutes from now, checked by the server's clock at the edge). */
export const newIdOf = <Of extends string>() =>
  branded<Id<Of>>(
    z
      .string()
      .refine(isUuidV7, fault('invalid_id', 'Must be a UUIDv7 in lower case'))
      .refine(
        (id) => !isUuidV7(id) || timeOfUuidV7(id) >= EARLIEST_ID_MS,
        fault('id_time_out_of_range', 'The time inside this id is before 2015'),
      )
      .meta({ format: 'uuid', description: 'Made by the client, so that a repeated request changes nothing' }),
  )

const ISO_INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

/** True for an ISO 8601 instant with a zone whose date exists (30 February does not). */
export function isIsoInstant(text: string): boolean {
  const match = ISO_INSTANT.exec(text)
  if (match === null) return false
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists && year >= 1900 && hour < 24 && minute < 60 && second < 60 && !Number.isNaN(Date.parse(text))
}

/** A point in time as ISO 8601 with a zone, e.g. `2026-03-02T18:00:00Z`. */
export const isoInstant = z
  .string()
  .refine(isIsoInstant, fault('invalid_date', 'Must be an existing ISO 8601 date and time with a zone, such as 2026-03-02T18:00:00Z'))
  .meta({ format: 'date-time' })

const graphemes = (text: string) => {
  if (text.length < 400) return [...new Intl.Segmenter().segment(text)].length
  let count = 0
  for (const _ of new Intl.Segmenter().segment(text)) count++
  return count
}

/** Text kept byte for byte; its length is counted as a reader counts characters. */
export const text = (maximum: number) =>
  z
    .string()
    .max(maximum * 20, fault('too_long', `At most ${maximum} characters`))
    .refine((value) => graphemes(value) <= maximum, fault('too_long', `At most ${maximum} characters`))

export const note = text(limits.noteGraphemes)
export const name = text(limits.nameGraphemes).refine((value) => value.trim().length > 0, fault('required', 'Must not be empty'))

const inRange = (low: number, high: number) =>
  z
    .number()
    .min(low, fault('out_of_range', `Must be between ${low} and ${high}`))
    .max(high, fault('out_of_range', `Must be between ${low} and ${high}`))
const wholeInRange = (low: number, high: number) =>
  inRange(low, high).refine(Number.isInteger, fault('out_of_range', 'Must be a whole number'))

export const loadKg = branded<Kilograms>(
  inRange(0, limits.loadKg)
    .refine(isMeasurableLoad, fault('out_of_range', 'Must be whole hundredths of a kilogram or of a pound'))
    .overwrite((value) => value + 0) // −0 becomes 0
    .meta({ description: 'Kilograms. For an assisted movement: the help taken off the body, positive' }),
)
export const repCount = branded<Reps>(wholeInRange(0, limits.reps).meta({ description: '0 is an attempt that failed' }))
export const rirValue = branded<Rir>(inRange(0, limits.rir).meta({ description: 'Repetitions in reserve; 0 is a value' }))
export const rpeValue = inRange(limits.rpeLow, limits.rpeHigh).meta({ description: 'Rating of perceived exertion, 10 − RIR' })
export const restSeconds = branded<Seconds>(inRange(0, limits.restSeconds))
export const durationSeconds = branded<Seconds>(inRange(0, limits.durationSeconds))
export const distanceMeters = inRange(0, limits.distanceMeters)
export const fraction = inRange(0, 1)
export const setNumber = wholeInRange(1, 100)
export const repTarget = branded<Reps>(wholeInRange(1, 100))
export const rirTarget = branded<Rir>(inRange(0, 5))
export const effortScale = z.enum(effortScales)
export const loadUnit = z.enum(['kg', 'lb'])

/** How many of a list to send: 1 to 200. Query values arrive as text. */
export const pageLimit = matching(/^[1-9]\d{0,2}$/, fault('invalid_query', 'Must be a whole number from 1 to 200'))
  .transform(Number)
  .refine((value) => value <= 200, fault('invalid_query', 'Must be a whole number from 1 to 200'))
  .optional()

/** Words of a known list in a query, separated by commas: `barbell,dumbbell`. */
export const wordsOf = <const Word extends string>(known: readonly Word[]) =>
  z
    .string()
    .max(500)
    .refine(
      (text) => text.split(',').every((word) => (known as readonly string[]).includes(word)),
      fault('invalid_query', `Must be of: ${known.join(', ')}; separated by commas`),
    )
    .transform((text) => [...new Set(text.split(','))] as Word[])

/** Where the last page ended: opaque to the client. */
export const pageCursor = z.string().max(500).optional()

export const listOf = <Item extends z.ZodType>(item: Item) => z.strictObject({ items: z.array(item), nextCursor: z.string().optional() })
export const byId = <Of extends string>() => z.strictObject({ id: idOf<Of>() })
export const nothing = z.void()
