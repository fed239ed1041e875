import { type Json, listIn, objectIn, textIn } from './json-values.ts'

/** What our own export holds beside workouts and can be had again. As it stands in the file: a file is a stranger. */
export interface Belongings {
  readonly movements: readonly Json[]
  readonly routines: readonly Json[]
  readonly gyms: readonly Json[]
  readonly rules: readonly Json[]
  readonly favourites: readonly Json[]
  /** What hurts, and did. */
  readonly pains: readonly Json[]
  /** How the lifter wanted to see and be asked things. */
  readonly settings: Json | undefined
  /** What was noted beside sets. */
  readonly diary: readonly Json[]
  /** What each movement of the file is called: ids mean nothing in another house. */
  readonly names: readonly (readonly [id: string, name: string])[]
}

const MOST = { movements: 2000, routines: 500, gyms: 50, rules: 2000, favourites: 2000, pains: 500, diary: 20_000 }

export function belongingsIn(file: Json): Belongings {
  const room = (name: string) => objectIn(objectIn(file)?.[name])
  const [logging, movements, equipment] = [room('logging'), room('movements'), room('equipment')]
  const own = listIn(movements?.['movements']).slice(0, MOST.movements)
  const done = listIn(logging?.['workouts']).flatMap((workout) => listIn(objectIn(workout)?.['sets']))
  const names = new Map<string, string>()
  for (const value of done) {
    const set = objectIn(value)
    names.set(textIn(set?.['movementId']), textIn(set?.['movement']))
  }
  for (const value of own) {
    const movement = objectIn(value)
    names.set(textIn(movement?.['id']), textIn(movement?.['name']))
  }
  return {
    movements: own,
    routines: listIn(logging?.['routines']).slice(0, MOST.routines),
    gyms: listIn(equipment?.['gyms']).slice(0, MOST.gyms),
    rules: listIn(movements?.['movementRules']).slice(0, MOST.rules),
    favourites: listIn(movements?.['favourites']).slice(0, MOST.favourites),
    pains: listIn(movements?.['painConstraints']).slice(0, MOST.pains),
    settings: room('accounts')?.['settings'],
    diary: listIn(room('diary')?.['entries']).slice(0, MOST.diary),
    names: [...names].filter(([id, name]) => id !== '' && name !== '').slice(0, MOST.movements * 2),
  }
}
