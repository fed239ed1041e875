import type { Movement } from '@gymgenius/contracts'
import { expect, test } from 'vitest'
import { testId } from '../testing/ops.ts'
import { bench, squat } from '../testing/training.ts'
import { likestFirst } from './movement-likeness.ts'

const mover = (...muscles: Movement['muscles'][number]['muscle'][]) =>
  muscles.map((muscle, place) => ({ muscle, role: place === 0 ? ('prime_mover' as const) : ('synergist' as const), share: 1 }))

const barbell: Movement = { ...bench, muscles: mover('chest', 'triceps') }
const like = (name: string, said: Partial<Movement>): Movement => ({ ...barbell, id: testId<'movement'>(), name, aliases: [], ...said })

const dumbbell = like('Bench Press (Dumbbell)', { equipment: 'dumbbell' })
const smith = like('Bench Press (Smith Machine)', { equipment: 'smith_machine' })
const pushUp = like('Push Up', { equipment: 'body_weight', loadKind: 'body_weight' })
const shoulderPress = like('Shoulder Press (Barbell)', { pattern: 'vertical_push', muscles: mover('front_delts', 'triceps') })
const fly = like('Chest Fly (Cable)', { pattern: 'isolation', muscles: mover('chest'), equipment: 'cable' })
const curl = like('Bicep Curl (Dumbbell)', { pattern: 'isolation', muscles: mover('biceps'), equipment: 'dumbbell' })
const hammerCurl = like('Hammer Curl (Cable)', { pattern: 'isolation', muscles: mover('biceps', 'brachialis'), equipment: 'cable' })
const all = [squat, curl, hammerCurl, shoulderPress, fly, pushUp, smith, dumbbell, barbell]

const insteadOf = (movement: Movement, trained: readonly Movement[] = []) =>
  likestFirst(
    movement,
    all,
    trained.map(({ id }) => ({ movementId: id })),
  )

test('where the bench is taken, the same press on other equipment comes first, then what trains the same muscles', () => {
  expect(insteadOf(barbell).slice(0, 4)).toEqual([dumbbell, smith, pushUp, fly])
  expect(insteadOf(barbell)).not.toContain(barbell)
})

test('what was trained lately decides between equally like ones, and brings nothing else before them', () => {
  expect(insteadOf(barbell, [squat, smith, dumbbell]).slice(0, 3)).toEqual([smith, dumbbell, pushUp])
})

test('one joint alone is no likeness: in place of a curl comes a curl, before a fly and before any other dumbbell', () => {
  expect(insteadOf(curl)[0]).toBe(hammerCurl)
  expect(insteadOf(curl, [fly])[0]).toBe(hammerCurl)
})
