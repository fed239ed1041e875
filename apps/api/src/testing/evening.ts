import type { InjectOptions } from 'fastify'

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

/** Trains through the API as a phone would, so that there is something of every kind to ask for. */
export async function anEvening(ask: Asking): Promise<Evening> {
  const make = async (url: string, payload: object) => {
    const reply = await ask({ method: 'POST', url, payload })
    if (reply.statusCode !== 201) throw new Error(`POST ${url}: ${reply.statusCode} ${reply.body}`)
    return reply.json<{ id: string; workoutId: string }>()
  }
  const movement = await make('/v1/movements', {
    name: 'Zercher squat',
    pattern: 'squat',
    equipment: 'barbell',
    laterality: 'bilateral',
    loadKind: 'external',
  })
  const set = await make('/v1/sets', { movementId: movement.id, loadKg: 80, reps: 5, rir: 2 })
  const routine = await make('/v1/routines', { name: 'Legs', items: [{ movementId: movement.id, sets: [{ kind: 'working' }] }] })
  const gym = await make('/v1/gyms', {
    name: 'Zercher cellar',
    items: [{ id: 'bar', kind: 'bar', equipment: 'barbell', unit: 'kg', weightKg: 20 }],
  })
  const recovery = await make('/v1/logs/recovery', { sleepHours: 6.5, fatigue: 3, note: 'dreamt of Zercher squats' })
  const soreness = await make('/v1/logs/soreness', { levels: { quadriceps: 2 } })
  const custom = await make('/v1/logs/custom', { activity: 'Zercher walk', durationSeconds: 1800 })
  const weight = await make('/v1/body-weights', { weightKg: 81.4 })
  const activity = await make('/v1/activities/definitions', { name: 'Zercher walk', metrics: ['durationSeconds'] })
  const pain = await make('/v1/constraints', { joint: 'knee', severity: 'mild', until: '2026-03-09T18:00:00Z' })
  await ask({ method: 'PUT', url: `/v1/favourites/${movement.id}` })
  const upload = await ask({
    method: 'POST',
    url: '/v1/imports',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    payload: form(STRONG),
  })
  const evening = {
    movements: movement.id,
    favourites: movement.id,
    constraints: pain.id,
    sets: set.id,
    workouts: set.workoutId,
    routines: routine.id,
    gyms: gym.id,
    recovery: recovery.id,
    soreness: soreness.id,
    custom: custom.id,
    'body-weights': weight.id,
    definitions: activity.id,
  }
  return upload.statusCode === 201 ? { ...evening, imports: upload.json<{ id: string }>().id } : evening
}

/** The collection that an address with an id belongs to: `/v1/sets/{id}` → `sets`. */
export const collectionOf = (path: string) => /([\w-]+)\/\{/.exec(path)?.[1]
