import { PGlite } from '@electric-sql/pglite'
import { Gym } from '@gymgenius/contracts'
import { isUuidV7 } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { readMigrations } from '../../platform/database.ts'

const pounds = (weight: number) => weight * 0.45359237
const LIFTER = '019caf80-0001-7000-8000-000000000001'
const OTHER = '019caf80-0001-7000-8000-000000000002'

test('what lifters had said of their loads is a gym of theirs afterwards, number for number, and their phones hear of it', async () => {
  const migrations = await readMigrations(new URL('../../../migrations/', import.meta.url))
  const change = migrations.findIndex(({ name }) => name.includes('gyms'))
  const pglite = new PGlite()
  for (const { text } of migrations.slice(0, change)) await pglite.exec(text)
  for (const [i, id] of [LIFTER, OTHER].entries()) {
    await pglite.query(
      `insert into account (id, email, password_hash, role, created_at, password_changed_at) values ($1, $2, 'x', 'athlete', now(), now())`,
      [id, `lifter-${i}@example.test`],
    )
    await pglite.query(`insert into athlete (id, unit, change_head) values ($1, 'lb', 41)`, [id])
  }
  await pglite.query(
    `insert into load_steps (athlete_id, equipment, unit, min_kg, step_kg, plates_kg) values
      ($1, 'barbell', 'lb', $2, $3, $4), ($1, 'cable', 'kg', 5, 2.5, null)`,
    [LIFTER, pounds(45), pounds(2.5), JSON.stringify([pounds(45), pounds(1.25)])],
  )
  for (const { text } of migrations.slice(change)) await pglite.exec(text)

  const { rows } = await pglite.query<Record<string, unknown>>('select * from gym')
  const [row] = rows as [Record<string, unknown>]
  expect(rows).toHaveLength(1)
  expect(isUuidV7(row['id'] as string)).toBe(true)
  expect([row['athlete_id'], row['has_the_rest'], row['change_seq']]).toEqual([LIFTER, true, 42])
  expect(row['items']).toEqual([
    {
      id: 'barbell',
      kind: 'steps',
      availability: 'there',
      equipment: 'barbell',
      unit: 'lb',
      minKg: pounds(45),
      stepKg: pounds(2.5),
      platesKg: [pounds(45), pounds(1.25)],
    },
    { id: 'cable', kind: 'steps', availability: 'there', equipment: 'cable', unit: 'kg', minKg: 5, stepKg: 2.5 },
  ])
  expect(Gym.safeParse({ id: row['id'], name: row['name'], items: row['items'], hasTheRest: true }).error).toBeUndefined()
  const heads = await pglite.query<{ change_head: number }>('select change_head from athlete order by id')
  expect(heads.rows.map(({ change_head }) => change_head)).toEqual([42, 41])
  await pglite.close()
})
