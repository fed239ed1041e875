import { library } from '@gymgenius/catalog'
import type { KyselyPlugin } from 'kysely'
import type { Athlete } from '../../platform/context.ts'
import { kg, type LoginSessionId, reps } from '@gymgenius/domain'
import { expect, test } from '../../testing/test.ts'
import { logSet } from './sets.service.ts'

test('a set during a workout costs three statements, four with a movement of one’s own', async ({ api, ctx }) => {
  const [squat] = library().movements
  await api.post('/v1/sets', { movementId: squat!.id, loadKg: 100, reps: 5 })
  const own = (
    await api.post('/v1/movements', {
      name: 'Log press',
      pattern: 'vertical_push',
      equipment: 'other',
      laterality: 'bilateral',
      loadKind: 'external',
    })
  ).json()

  let statements = 0
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      statements++
      return node
    },
    transformResult: async ({ result }) => result,
  }
  const counted = { ...ctx, db: ctx.db.withPlugin(counting) }
  const actor: Athlete = { kind: 'athlete', athleteId: api.athleteId, loginSessionId: api.athleteId as string as LoginSessionId }
  await logSet(counted, actor, { movementId: squat!.id, loadKg: kg(100), reps: reps(5) })
  expect(statements).toBe(3)
  await logSet(counted, actor, { movementId: own.id, loadKg: kg(100), reps: reps(5) })
  expect(statements).toBe(3 + 4)
})
