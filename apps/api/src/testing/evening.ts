import type { InjectOptions } from 'fastify'
import { uuid } from './ids.ts'

/** Sends one request as one person. */
export type Asking = (options: InjectOptions) => Promise<{ statusCode: number; body: string; json<T>(): T }>

/** What a lifter has after an evening: the id of one thing of every kind that an address can name, by the first word of its path. */
export interface Evening {
  readonly [collection: string]: string
}

const STRONG = `Date;Workout Name;Exercise Name;Set Order;Weight;Reps;RPE;Distance;Seconds;Notes;Workout Notes
2026-02-02 18:00:00;Push;Bench Press (Barbell);1;60;8;8;0;0;;
`

const form = (file: string) =>
  `--b\r\ncontent-disposition: form-data; name="unit"\r\n\r\nkg\r\n--b\r\ncontent-disposition: form-data; name="file"; filename="strong.csv"\r\n\r\n${file}\r\n--b--\r\n`

/** The smallest PNG there is: one point. */
const POINT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** A form `b` with this picture, or with a point. */
export const pictureForm = (bytes: Uint8Array = Buffer.from(POINT, 'base64')) =>
  Buffer.concat([
    Buffer.from('--b\r\ncontent-disposition: form-data; name="file"; filename="me.png"\r\n\r\n'),
    bytes,
    Buffer.from('\r\n--b--\r\n'),
  ])

/** Ids of grants are made by the phone. */
let grants = 0xe0000

/** Trains through the API as a phone would, so that there is something of every kind to ask for. */
export async function anEvening(ask: Asking, word = 'Zercher'): Promise<Evening> {
  const make = async (url: string, payload: object) => {
    const reply = await ask({ method: 'POST', url, payload })
    if (reply.statusCode !== 201) throw new Error(`POST ${url}: ${reply.statusCode} ${reply.body}`)
    return reply.json<{ id: string; workoutId: string }>()
  }
  const movement = await make('/v1/movements', {
    name: `${word} squat`,
    pattern: 'squat',
    equipment: 'barbell',
    laterality: 'bilateral',
    loadKind: 'external',
  })
  const set = await make('/v1/sets', { movementId: movement.id, loadKg: 80, reps: 5, rir: 2 })
  const routine = await make('/v1/routines', { name: 'Legs', items: [{ movementId: movement.id, sets: [{ kind: 'working' }] }] })
  const gym = await make('/v1/gyms', {
    name: `${word} cellar`,
    items: [{ id: 'bar', kind: 'bar', equipment: 'barbell', unit: 'kg', weightKg: 20 }],
  })
  const recovery = await make('/v1/logs/recovery', { sleepHours: 6.5, fatigue: 3, note: `dreamt of ${word} squats` })
  const soreness = await make('/v1/logs/soreness', { levels: { quadriceps: 2 } })
  const custom = await make('/v1/logs/custom', { activity: `${word} walk`, durationSeconds: 1800 })
  const weight = await make('/v1/body-weights', { weightKg: 81.4 })
  const activity = await make('/v1/activities/definitions', { name: `${word} walk`, metrics: ['durationSeconds'] })
  const pain = await make('/v1/constraints', { joint: 'knee', severity: 'mild', until: '2026-03-09T18:00:00Z' })
  const program = await make('/v1/programs', {
    name: `${word} winter`,
    goals: [{ goal: 'strength', weight: 10 }],
    daysPerWeek: 2,
    weeks: 1,
    minutes: 30,
  })
  const goal = await make('/v1/goals', { kind: 'performance', title: `${word} squat 120 kg`, target: 120 })
  await ask({ method: 'PUT', url: `/v1/favourites/${movement.id}` })
  await ask({ method: 'PUT', url: '/v1/consents', payload: { purpose: 'trainer_sharing', version: 1 } })
  const grant = await make('/v1/grants', {
    id: uuid(++grants),
    shownAs: `${word} lifter`,
    kinds: ['workouts', 'programs', 'body_weight', 'recovery', 'injuries'],
  })
  const upload = await ask({
    method: 'POST',
    url: '/v1/imports',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    payload: form(STRONG),
  })
  const picture = await ask({
    method: 'POST',
    url: '/v1/me/pictures',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    payload: pictureForm(),
  })
  if (picture.statusCode !== 201) throw new Error(`POST /v1/me/pictures: ${picture.statusCode} ${picture.body}`)
  const evening = {
    pictures: picture.json<{ id: string }>().id,
    movements: movement.id,
    favourites: movement.id,
    constraints: pain.id,
    sets: set.id,
    workouts: set.workoutId,
    routines: routine.id,
    gyms: gym.id,
    programs: program.id,
    goals: goal.id,
    recovery: recovery.id,
    soreness: soreness.id,
    custom: custom.id,
    'body-weights': weight.id,
    definitions: activity.id,
    grants: grant.id,
    athletes: grant.id,
  }
  return upload.statusCode === 201 ? { ...evening, imports: upload.json<{ id: string }>().id } : evening
}

/** The collection that an address with an id belongs to: `/v1/sets/{id}` → `sets`. */
export const collectionOf = (path: string) => /([\w-]+)\/\{/.exec(path)?.[1]
