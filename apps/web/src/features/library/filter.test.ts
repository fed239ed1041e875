import type { Gym, Movement } from '@gymgenius/contracts'
import { expect, test } from 'vitest'
import { toggled } from '../../lib/toggled.ts'
import { testId } from '../../testing/ops.ts'
import { bench, squat } from '../../testing/training.ts'
import { everything, type Filter, fitting, isNarrowed, type Known } from './filter.ts'
import type { Details } from './library.ts'

type Share = readonly [muscle: Movement['muscles'][number]['muscle'], share: number]

const trains = (...shares: readonly Share[]): Movement['muscles'] =>
  shares.map(([muscle, share]) => ({ muscle, share, role: share === 1 ? 'prime_mover' : 'synergist' }))
const like = (movement: Movement, name: string, said: Partial<Movement> = {}): Movement => ({
  ...movement,
  id: testId<'movement'>(),
  name,
  aliases: [],
  ...said,
})

const press = like(bench, 'Bench Press (Barbell)', { muscles: trains(['chest', 1], ['upper_chest', 0.5]) })
const pressWithTwo = like(bench, 'Bench Press (Dumbbell)', { equipment: 'dumbbell', muscles: trains(['chest', 1]) })
const incline = like(bench, 'Incline Bench Press (Barbell)', { muscles: trains(['upper_chest', 1]) })
const fly = like(bench, 'Chest Fly (Cable)', { pattern: 'isolation', equipment: 'cable', muscles: trains(['chest', 1]) })
const backSquat = like(squat, 'Squat (Barbell)', { muscles: trains(['quadriceps', 1]) })
const goblet = like(squat, 'Goblet Squat (Kettlebell)', { equipment: 'kettlebell', muscles: trains(['quadriceps', 1]) })
const mine = like(squat, 'Hall Squat', { equipment: 'machine', isCustom: true })

const said = (tier: Details['tier'], base?: string, disciplines: Details['disciplines'] = ['bodybuilding']) =>
  ({ tier, disciplines, ...(base !== undefined && { base }) }) as Details
const all = [fly, mine, goblet, incline, pressWithTwo, backSquat, press]
const known: Known = {
  movements: new Map(all.map((movement) => [movement.id, movement])),
  details: new Map([
    [press.id, said('main', undefined, ['powerlifting'])],
    [backSquat.id, said('main', undefined, ['powerlifting'])],
    [pressWithTwo.id, said('main', 'bench-press-barbell')],
    [incline.id, said('assistance')],
    [goblet.id, said('assistance')],
    [fly.id, said('accessory')],
  ]),
  first: [{ movementId: fly.id }],
  trained: [{ movementId: fly.id, lastAt: '2026-03-01T10:00:00.000Z' }],
  favourites: [goblet.id],
  gym: undefined,
}
const found = (filter: Partial<Filter>) => fitting({ ...everything, ...filter }, known)

test('whoever asks for nothing sees all: what they train first, then main lifts, their variants, and the rest; their own last', () => {
  expect(found({})).toEqual([fly, press, backSquat, pressWithTwo, incline, goblet, mine])
})

test('a muscle leaves what trains it, and what it is the prime mover of comes before what it only helps', () => {
  expect(found({ muscles: ['upper_chest'] })).toEqual([incline, press])
})

test('of one list any will do, of several lists all have to fit', () => {
  expect(found({ equipment: ['dumbbell', 'kettlebell'] })).toEqual([pressWithTwo, goblet])
  expect(found({ equipment: ['dumbbell', 'kettlebell'], patterns: ['squat'] })).toEqual([goblet])
  expect(found({ disciplines: ['powerlifting'], muscles: ['quadriceps'] })).toEqual([backSquat])
})

test('words narrow what the filters leave; a mistyped one still finds', () => {
  expect(found({ text: 'bench', equipment: ['dumbbell'] })).toEqual([pressWithTwo])
  expect(found({ text: 'gobelt squta' })).toEqual([goblet])
  expect(found({ text: 'zzzz' })).toEqual([])
})

test('my own, my favourites and those I trained can be asked for alone', () => {
  expect(found({ whose: 'own' })).toEqual([mine])
  expect(found({ whose: 'trained' })).toEqual([fly])
  expect(found({ whose: 'favourites' })).toEqual([goblet])
})

test('in my gym only what it has is left; who has said of no gym what it has loses nothing', () => {
  const inMyGym = { ...everything, isInMyGym: true }
  const gym = (items: Gym['items'], hasTheRest = false) => ({ ...known, gym: { items, hasTheRest } as Gym })
  const bells = { kind: 'presence', equipment: 'kettlebell', availability: 'there' } as Gym['items'][number]
  expect(fitting(inMyGym, gym([bells]))).toEqual([goblet])
  expect(fitting(inMyGym, gym([{ ...bells, availability: 'away' }], true))).not.toContain(goblet)
  expect(fitting(inMyGym, gym([], true))).toHaveLength(all.length)
  expect(fitting(inMyGym, known)).toHaveLength(all.length)
  expect(isNarrowed(inMyGym)).toBe(true)
})

test('a filter that asks something says so, so that it can be cleared', () => {
  expect(isNarrowed(everything)).toBe(false)
  expect(isNarrowed({ ...everything, text: '  ' })).toBe(false)
  expect(isNarrowed({ ...everything, muscles: ['chest'] })).toBe(true)
  expect(toggled(['chest', 'lats'], 'chest')).toEqual(['lats'])
  expect(toggled(['chest'], 'lats')).toEqual(['chest', 'lats'])
})
