import type { MovementId, Movement } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { library } from './library.ts'
import { likeness, likenessReasons, likestFirst } from './likeness.ts'
import { likenessLine } from './likeness-words.ts'

const mover = (...muscles: Movement['muscles'][number]['muscle'][]) =>
  muscles.map((muscle, place) =>
    place === 0 ? ({ muscle, role: 'prime_mover', share: 1 } as const) : ({ muscle, role: 'synergist', share: 0.5 } as const),
  )

const barbell: Movement = {
  id: 'barbell' as MovementId,
  name: 'Bench Press (Barbell)',
  aliases: [],
  pattern: 'horizontal_push',
  muscles: mover('chest', 'triceps'),
  equipment: 'barbell',
  laterality: 'bilateral',
  loadKind: 'external',
}
const like = (name: string, said: Partial<Movement>): Movement => ({ ...barbell, id: name as MovementId, name, ...said })

const squat = like('Squat (Barbell)', { pattern: 'squat', muscles: mover('quadriceps', 'glutes') })
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
  ).map(({ movement }) => movement)

test('where the bench is taken, the same press on other equipment comes first, then what trains the same muscles', () => {
  expect(insteadOf(barbell).slice(0, 4)).toEqual([dumbbell, smith, pushUp, fly])
  expect(insteadOf(barbell)).not.toContain(barbell)
})

test('what was trained lately decides between equally like ones, and brings nothing else before them', () => {
  const twins = [like('Chest Press A (Machine)', { equipment: 'machine' }), like('Chest Press B (Machine)', { equipment: 'machine' })]
  const first = (...trained: Movement[]) =>
    likestFirst(
      barbell,
      [...twins, dumbbell],
      trained.map(({ id }) => ({ movementId: id })),
    ).map(({ movement }) => movement)
  expect(first()).toEqual([dumbbell, ...twins])
  expect(first(squat, twins[1]!)).toEqual([dumbbell, twins[1], twins[0]])
})

test('one joint alone is no likeness: in place of a curl comes a curl, before a fly and before any other dumbbell', () => {
  expect(insteadOf(curl)[0]).toBe(hammerCurl)
  expect(insteadOf(curl, [fly])[0]).toBe(hammerCurl)
})

const named = (slug: string) => library().movements.find((movement) => movement.slug === slug)!

test('an incline press stands in for a flat one though its first muscle has another name, and a triceps never for a biceps', () => {
  const [flat, incline] = [named('bench-press-barbell'), named('incline-bench-press-barbell')]
  expect(likeness(flat, incline)).toBeGreaterThan(0.6)
  expect(likeness(named('bicep-curl-barbell'), named('triceps-extension-barbell'))).toBe(0)
})

test('likeness is between nothing and one, one with itself', () => {
  const some = library().movements.filter((_, place) => place % 20 === 0)
  for (const a of some) {
    expect(likeness(a, a), a.slug).toBeCloseTo(1, 9)
    for (const b of some) {
      expect(likeness(a, b)).toBeGreaterThanOrEqual(0)
      expect(likeness(a, b)).toBeLessThanOrEqual(1 + 1e-9)
    }
  }
})

const likest = (slug: string, ...others: string[]) =>
  likestFirst(named(slug), [...others].map(named)).map(({ movement }) => (movement as { slug?: string }).slug)
const preferred = (movement: Movement) => (id: MovementId) => (id === movement.id ? ('preferred' as const) : undefined)

test('for a heavy squat, what can be loaded goes before what has only the name, and a stretch is nobody’s leg curl', () => {
  const [dumbbells, goblet, band] = ['squat-dumbbell', 'goblet-squat-dumbbell', 'squat-band']
  expect(likest('squat-barbell', band, goblet, dumbbells)).toEqual([dumbbells, goblet, band])
  expect(likest('squat-band', 'squat-bodyweight', 'leg-press-plate-loaded')[0]).toBe('squat-bodyweight')
  expect(likest('lying-leg-curl-machine', 'standing-hamstring-stretch', 'leg-curl-dumbbell')[0]).toBe('leg-curl-dumbbell')
})

test('what the lifter prefers comes before what is a little liker, says so, and is not made likely by it', () => {
  const [first] = likestFirst(barbell, all, [], preferred(smith))
  expect(first).toMatchObject({ movement: smith, liking: 'preferred', likeness: likeness(barbell, smith) })
  expect(likenessLine(likenessReasons(barbell, smith, 'preferred'))).toMatch(/^you prefer it, /)
  expect(likestFirst(barbell, all, [], preferred(curl))[0]?.movement).toBe(dumbbell)
})

test('a movement of one’s own that varies another is its kin', () => {
  const mine = like('Nonno press', { equipment: 'plate_loaded_machine', baseId: barbell.id })
  expect(likeness(barbell, mine)).toBeGreaterThan(likeness(barbell, { ...mine, baseId: undefined }))
})

test('the reason can be read: what is shared, how much of it, and what it takes', () => {
  const reasons = likenessReasons(named('bench-press-barbell'), named('floor-press-dumbbell'))
  expect(likenessLine(reasons)).toBe('same pattern, chest 1.0 shared, front delts 0.5 shared, needs only dumbbells, spares the shoulder')
  expect(likenessLine(likenessReasons(named('chest-dip'), named('bench-press-dumbbell')))).toContain('chest for lower chest 0.6')
  expect(likenessLine(likenessReasons(named('lat-pulldown-cable'), named('pull-up')))).toContain('needs only a pull up bar')
  expect(likenessReasons(barbell, named('floor-press-dumbbell'))).not.toContainEqual({ code: 'joints_unknown' })
  expect(likenessReasons(named('floor-press-dumbbell'), barbell)).toContainEqual({ code: 'joints_unknown' })
})
