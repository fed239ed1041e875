import type { Import } from '@gymgenius/contracts'
import type { AthleteId } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'
import type { Caller } from '../../testing/test.ts'
import { lines, STRONG } from './formats/testing.ts'

const BOUNDARY = 'gymgenius-test'

/** Sends a file the way a browser does. */
export function upload(api: Caller, file: string | Uint8Array, fields: Readonly<Record<string, string>> = {}, fileName = 'export.csv') {
  const text = Object.entries(fields).map(
    ([name, value]) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: text/csv\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(text.join('') + head), Buffer.from(file), Buffer.from(`\r\n--${BOUNDARY}--\r\n`)])
  return api.raw({
    method: 'POST',
    url: '/v1/imports',
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}`, 'x-test-athlete': api.athleteId },
    payload,
  })
}

export async function previewed(api: Caller, file: string | Uint8Array, fields?: Readonly<Record<string, string>>): Promise<Import> {
  const reply = await upload(api, file, fields)
  if (reply.statusCode !== 201) throw new Error(`${reply.statusCode} ${reply.body}`)
  return reply.json()
}

export async function committed(api: Caller, file: string | Uint8Array, fields?: Readonly<Record<string, string>>): Promise<Import> {
  const { id } = await previewed(api, file, fields)
  return (await api.post(`/v1/imports/${id}/commit`)).json()
}

export interface Said {
  day?: number
  workout?: string
  movement?: string
  order?: number | string
  load?: number
  reps?: number
}

/** A Strong export that says only what the test is about. */
export const strong = (...rows: readonly Said[]) =>
  lines(
    STRONG,
    ...rows.map(
      ({ day = 1, workout = 'Legs', movement = 'Squat (Barbell)', order = 1, load = 100, reps = 5 }) =>
        `2025-05-${String(day).padStart(2, '0')} 17:05:06,${workout},1h 5m,${movement},${order},${load},${reps},0,0,,,`,
    ),
  )

export const setsIn = (ctx: Ctx, athleteId: AthleteId) =>
  ctx.db
    .selectFrom('performed_set as s')
    .innerJoin('workout as w', 'w.id', 's.workout_id')
    .innerJoin('movement as m', 'm.id', 's.movement_id')
    .select(['w.name as workout', 'm.name as movement', 's.kind', 's.load_kg', 's.reps', 's.rir', 's.to_failure', 's.performed_at'])
    .where('s.athlete_id', '=', athleteId)
    .where('s.deleted_at', 'is', null)
    .orderBy('s.performed_at')
    .execute()
