import { createHash } from 'node:crypto'
import {
  changeRoutine,
  changeWorkout,
  createGym,
  createMovement,
  createRoutine,
  createWorkout,
  DiaryPatch,
  DiaryPut,
  GymChange,
  NewSet,
  SetChange,
  SyncOp,
} from '@gymgenius/contracts'
import { invalidRequest, type Problem, type RequestFault } from '@gymgenius/contracts'
import { isUuidV7 } from '@gymgenius/domain'
import { z } from 'zod'
import { faultsOf } from '../../platform/http/validate.ts'
import { characterFaults } from '../../platform/http/strict-json.ts'
import { canonical } from '../../platform/canonical.ts'

/** Where in Postgres a device's counter is kept ends here. */
const LAST_DEVICE_SEQ = 2 ** 31 - 1

/** An op without fields that a newer app may have added: those are ignored, not refused. */
const Envelope = z.object(SyncOp.shape).refine(({ deviceSeq }) => deviceSeq <= LAST_DEVICE_SEQ, {
  error: `At most ${LAST_DEVICE_SEQ}`,
  params: { code: 'out_of_range' },
  path: ['deviceSeq'],
})

/** Reads one op, or throws a Problem that says where it is wrong. */
export function readOp(value: unknown): SyncOp {
  const unkeepable = characterFaults(value, '')
  if (unkeepable.length > 0) throw invalidRequest(...unkeepable)
  const op = parsed(Envelope, value, '')
  if (!isUuidV7(op.entityId)) throw invalidRequest({ pointer: '/entityId', code: 'invalid_id', message: 'Must be a UUIDv7 in lower case' })
  return op
}

/** The bodies of the REST endpoints are what a device says of an entity. */
const SAID = {
  set: { put: NewSet, patch: SetChange },
  workout: { put: createWorkout.body, patch: changeWorkout.body },
  routine: { put: createRoutine.body, patch: changeRoutine.body },
  diary: { put: DiaryPut, patch: DiaryPatch },
  gym: { put: createGym.body, patch: GymChange },
  movement: { put: createMovement.body, patch: z.strictObject(createMovement.body.shape).partial() },
} as const

type Said = typeof SAID
type Entity = keyof Said

/** Checks what an op says against the REST schema of the same thing. Fields that this server does not know are left aside. */
export function fieldsOf<E extends Entity, K extends 'put' | 'patch'>(entity: E, kind: K, fields: SyncOp['fields']): z.output<Said[E][K]> {
  const schema: z.ZodObject = SAID[entity][kind]
  const known = Object.fromEntries(
    Object.entries(fields ?? {}).filter(([name]) => name in schema.shape && name !== 'id' && name !== 'fromWorkoutId'),
  )
  return parsed(schema, known, '/fields') as z.output<Said[E][K]>
}

/** A patch may say `deleted: false`, which takes a deletion back. */
export const takesDeletionBack = ({ fields }: SyncOp) => fields?.['deleted'] === false

/** What makes two ops the same: all that is said, in no particular order. */
export const fingerprintOf = (op: SyncOp) => createHash('sha256').update(canonical(op)).digest('base64url')

function parsed<S extends z.ZodType>(schema: S, value: unknown, at: string): z.output<S> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw invalidRequest(...result.error.issues.flatMap((issue) => faultsOf(issue, at)).slice(0, 20))
}

/** Why an op was refused, for the device's tray: the code, and where in the op. */
export function refusalOf(problem: Problem): { code: string; errors?: RequestFault[] } {
  const errors = problem.facts['errors'] as RequestFault[] | undefined
  return errors === undefined ? { code: problem.code } : { code: problem.code, errors }
}
