import { z } from 'zod'
import { DiaryEntry } from './diary.ts'
import { endpoint } from './endpoint.ts'
import { Gym } from './gyms.ts'
import { Movement } from './movements.ts'
import { PerformedSet, Routine, Workout } from './logging.ts'
import { fault, idOf, matching, pageCursor } from './scalars.ts'

/** Changes a phone may push in one batch. Larger batches are refused whole. */
export const MAX_SYNC_OPS = 500

const hlc = matching(/^\d{13}-[0-9a-f]{4}$/, fault('invalid_hlc', 'Must be 13 digits of milliseconds, a dash and 4 hex digits'))

/** The newest clock among what is answered: a device ticks past it, so that what it says next is later than what it has seen. */
const clock = hlc

/**
 * One change made on a device. `put` creates (all fields), `patch` changes the named fields, `delete` leaves a tombstone;
 * a `patch` with `deleted: false` takes a deletion back.
 * `hlc` is a hybrid logical clock: `<milliseconds, 13 digits>-<counter, 4 hex digits>`; with the device id it orders writes of one field.
 */
export const SyncOp = z.strictObject({
  opId: idOf<'op'>(),
  deviceId: idOf<'device'>(),
  deviceSeq: z.int().min(0),
  hlc,
  entity: z.enum(['workout', 'set', 'routine', 'movement', 'gym', 'diary']),
  entityId: z.string(),
  kind: z.enum(['put', 'patch', 'delete']),
  /** As the bodies of the REST endpoints; checked one by one, so that one bad change does not block the others. Fields unknown here are ignored. */
  fields: z.record(z.string(), z.unknown()).optional(),
})
export type SyncOp = z.infer<typeof SyncOp>

export const SyncOpResult = z.strictObject({
  opId: z.string(),
  outcome: z.enum(['applied', 'duplicate', 'superseded', 'rejected']),
  /** Of a rejected change: the problem, and where in `fields` it lies. */
  code: z.string().optional(),
  errors: z.array(z.strictObject({ pointer: z.string(), code: z.string(), message: z.string() })).optional(),
  /** The change was kept, but its time is not believable: ask the lifter. */
  needsConfirmation: z.boolean().optional(),
})
export type SyncOpResult = z.infer<typeof SyncOpResult>

export const pushChanges = endpoint({
  name: 'sync.push',
  method: 'POST',
  path: '/v1/sync',
  summary: 'Push changes made on a device, in order; each is answered on its own and applied exactly once',
  access: 'athlete',
  body: z.strictObject({ ops: z.array(z.unknown()).max(5000) }),
  reply: z.strictObject({
    results: z.array(SyncOpResult),
    /** Pull from where you are up to here before forgetting what you pushed. */
    cursor: z.string(),
    clock,
    /** Sequence numbers of this device that never arrived: something is still on the phone, or was lost there. */
    missingDeviceSeqs: z.array(z.int()),
  }),
  problems: ['sync.batch_too_large'],
})

const deleted = <Of extends string>() => z.strictObject({ id: idOf<Of>(), deleted: z.literal(true) })

export const pullChanges = endpoint({
  name: 'sync.pull',
  method: 'GET',
  path: '/v1/sync',
  summary: 'What changed since the cursor; without one, everything. Ask again while hasMore',
  access: 'athlete',
  query: z.strictObject({ cursor: pageCursor }),
  reply: z.strictObject({
    workouts: z.array(z.union([Workout, deleted<'workout'>()])),
    sets: z.array(z.union([PerformedSet, deleted<'performed_set'>()])),
    routines: z.array(z.union([Routine, deleted<'routine'>()])),
    movements: z.array(z.union([Movement, deleted<'movement'>()])),
    gyms: z.array(z.union([Gym, deleted<'gym'>()])),
    diary: z.array(z.union([DiaryEntry, deleted<'diary_entry'>()])),
    cursor: z.string(),
    clock,
    hasMore: z.boolean(),
  }),
  problems: ['sync.invalid_cursor', 'sync.resync_required'],
})
