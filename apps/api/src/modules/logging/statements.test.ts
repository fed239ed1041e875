import { library } from '@gymgenius/catalog'
import type { Athlete } from '../../platform/context.ts'
import { kg, type LoginSessionId, reps } from '@gymgenius/domain'
import { counting } from '../../testing/statements.ts'
import { expect, test } from '../../testing/test.ts'
import { logSet } from './sets.service.ts'

test('a set during a workout costs two statements, three with a movement of one’s own', async ({ api, ctx }) => {
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

  const counted = counting(ctx)
  const actor: Athlete = { kind: 'athlete', athleteId: api.athleteId, loginSessionId: api.athleteId as string as LoginSessionId }
  await logSet(counted.ctx, actor, { movementId: squat!.id, loadKg: kg(100), reps: reps(5) })
  expect(counted.count()).toBe(2)
  await logSet(counted.ctx, actor, { movementId: own.id, loadKg: kg(100), reps: reps(5) })
  expect(counted.count()).toBe(2 + 3)
})
