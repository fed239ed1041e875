import type { Gym, LoadSteps, Movement, PerformedSet, Routine, SyncOp, Workout } from '@gymgenius/contracts'
import type { AccountId, MovementId, WorkoutId } from '@gymgenius/domain'
import type { MovementPrior } from '@gymgenius/engine'
import { queryOptions } from '@tanstack/react-query'
import { movementNames } from '../language.ts'
import { inFlight } from '../in-flight.ts'
import { currentSession } from '../session.ts'
import { afterOp, type Rows } from './merge.ts'
import { openView, stores, type Draft, type RefusedOp, type StoredSnapshot, type View } from './schema.ts'

/** Keys of all queries that read the phone's own copy of the log begin with this. */
export const VIEW = 'view'

export interface LocalWorkout {
  readonly workout: Workout
  /** In the order they were done. */
  readonly sets: readonly PerformedSet[]
  /** Sets that are not on the disk yet, and those that could not be put there. */
  readonly saving: ReadonlySet<string>
  readonly notSaved: ReadonlySet<string>
}

/** One workout with its sets; null when this phone does not know it. */
export const workoutQuery = (id: WorkoutId) =>
  queryOptions({
    queryKey: [VIEW, 'workout', id],
    queryFn: async (): Promise<LocalWorkout | null> => {
      const view = await theView()
      const [workout, sets] = await Promise.all([view.get('workouts', id), view.getAllFromIndex('sets', 'byWorkout', id)])
      return withInFlight(id, workout, sets)
    },
    ...local,
  })

/** All workouts, newest first, without their sets. */
export const workoutsQuery = () =>
  queryOptions({
    queryKey: [VIEW, 'workouts'],
    queryFn: async (): Promise<readonly Workout[]> => {
      const known = new Map((await (await theView()).getAll('workouts')).map((workout) => [workout.id as string, workout]))
      for (const { change } of inFlight()) {
        if (change.entity !== 'workout') continue
        const after = afterOp(known.get(change.entityId), { ...change, entity: 'workout' })
        if (after === undefined) known.delete(change.entityId)
        else known.set(change.entityId, after)
      }
      return [...known.values()].sort((a, b) => b.startedAt.localeCompare(a.startedAt))
    },
    ...local,
  })

export const routinesQuery = () =>
  queryOptions({
    queryKey: [VIEW, 'routines'],
    queryFn: async (): Promise<readonly Routine[]> =>
      (await (await theView()).getAll('routines')).sort((a, b) => a.position - b.position || a.id.localeCompare(b.id)),
    ...local,
  })

/** The lifter's gyms, the one they are in first: the one they last said, else the oldest. */
export const gymsQuery = () =>
  queryOptions({
    queryKey: [VIEW, 'gyms'],
    queryFn: async (): Promise<readonly Gym[]> => {
      const gyms = (await (await theView()).getAll('gyms')).sort((a, b) => a.id.localeCompare(b.id))
      const current = gyms.reduce<Gym | undefined>(
        (latest, gym) => ((gym.chosenAt ?? '') > (latest?.chosenAt ?? '') ? gym : latest),
        gyms[0],
      )
      return current === undefined ? [] : [current, ...gyms.filter((gym) => gym !== current)]
    },
    ...local,
  })

/** Every movement this phone knows, by its id. */
export const movementsQuery = () =>
  queryOptions({
    queryKey: [VIEW, 'movements'],
    queryFn: async (): Promise<ReadonlyMap<string, Movement>> => {
      const [movements, names] = await Promise.all([theView().then((view) => view.getAll('movements')), movementNames()])
      return new Map(movements.map((movement) => [movement.id, inLanguage(movement, names[movement.id])]))
    },
    ...local,
    structuralSharing: false,
  })

/** Under its name in the lifter's language; the English one still finds it, and says which exercise it is. */
const inLanguage = (movement: Movement, name: string | undefined): Movement =>
  name === undefined
    ? movement
    : Object.assign({}, movement, {
        name,
        englishName: movement.name,
        aliases: [movement.name, ...movement.aliases.filter((alias) => alias !== name)],
      })

/** The newest sets of one movement, oldest first. */
export const movementSetsQuery = (id: MovementId) =>
  queryOptions({
    queryKey: [VIEW, 'sets', id],
    queryFn: async (): Promise<readonly PerformedSet[]> => newestSets(await theView(), id, 200),
    ...local,
  })

/** The same of several movements. */
export const setsOfMovementsQuery = (ids: readonly MovementId[]) =>
  queryOptions({
    queryKey: [VIEW, 'sets', ids],
    queryFn: async (): Promise<readonly PerformedSet[]> => {
      const view = await theView()
      return (await Promise.all(ids.map((id) => newestSets(view, id, 200)))).flat()
    },
    ...local,
  })

/** What the engine is told about a movement, beside the sets. */
export const snapshotQuery = (id: MovementId) =>
  queryOptions({
    queryKey: [VIEW, 'snapshot', id],
    queryFn: async (): Promise<StoredSnapshot | null> => (await (await theView()).get('snapshots', id)) ?? null,
    ...local,
  })

/** What the lifter's other movements say of this one, sets that this phone alone knows included; null where that is nothing. */
export const priorQuery = (movement: Movement | undefined) =>
  queryOptions({
    queryKey: [VIEW, 'prior', movement?.id],
    enabled: movement !== undefined,
    queryFn: async (): Promise<MovementPrior | null> => {
      try {
        const { priorTold } = await import('../prior.ts')
        return await priorTold(await theView(), movement!)
      } catch {
        return null // advice without it is poorer, no advice is worse
      }
    },
    ...local,
  })

export const loadStepsQuery = () =>
  queryOptions({
    queryKey: [VIEW, 'loadSteps'],
    queryFn: async (): Promise<readonly LoadSteps[]> =>
      ((await (await theView()).get('meta', 'loadSteps')) as LoadSteps[] | undefined) ?? [],
    ...local,
  })

export const draftQuery = (id: WorkoutId) =>
  queryOptions({
    queryKey: [VIEW, 'draft', id],
    queryFn: async (): Promise<Draft | null> => (await (await theView()).get('drafts', id)) ?? null,
    ...local,
  })

export const refusedQuery = () =>
  queryOptions({
    queryKey: [VIEW, 'refused'],
    queryFn: async (): Promise<readonly RefusedOp[]> => (await theView()).getAll('refused'),
    ...local,
  })

/** One row as this phone shows it, what was refused of it included; null when it is not there. */
export const rowQuery = (entity: SyncOp['entity'], id: string) =>
  queryOptions({
    queryKey: [VIEW, 'row', entity, id],
    queryFn: async (): Promise<Rows[SyncOp['entity']] | null> => (await (await theView()).get(stores[entity], id)) ?? null,
    ...local,
  })

export async function saveDraft(draft: Draft) {
  await (await theView()).put('drafts', draft)
}

export async function removeDraft(workoutId: string) {
  await (await theView()).delete('drafts', workoutId)
}

/** Read from this phone: nothing to wait for, nothing to retry, and stale as soon as the logbook says so. */
export const local = { staleTime: Infinity, gcTime: 5 * 60_000, retry: 1, networkMode: 'always' } as const

/** One jump to the oldest of them and one reading: going from set to set takes a turn of the page for each. */
async function newestSets(view: View, id: MovementId, most: number): Promise<readonly PerformedSet[]> {
  const index = view.transaction('sets').store.index('byMovement')
  const last = [id, '\uffff'] as [string, string]
  const all = IDBKeyRange.bound([id, ''], last)
  const newest = await index.openKeyCursor(all, 'prev')
  const oldest = (await newest?.advance(most - 1)) ?? null
  const sets = await index.getAll(oldest === null ? all : IDBKeyRange.bound(oldest.key, last))
  return sets.slice(-most)
}

/** A workout as the screen shows it: what is stored, and on top what is on its way. */
export function withInFlight(id: string, workout: Workout | undefined, stored: readonly PerformedSet[]): LocalWorkout | null {
  let row = workout
  const sets = new Map(stored.map((set) => [set.id as string, set]))
  const saving = new Set<string>()
  const notSaved = new Set<string>()
  for (const { change, state } of inFlight()) {
    if (change.entity === 'workout' && change.entityId === id) row = afterOp(row, { ...change, entity: 'workout' })
    if (change.entity !== 'set') continue
    const isOurs = change.fields?.['workoutId'] === id || sets.has(change.entityId)
    if (!isOurs) continue
    const after = afterOp(sets.get(change.entityId), { ...change, entity: 'set' })
    if (after === undefined) sets.delete(change.entityId)
    else sets.set(change.entityId, after)
    if (state === 'writing') saving.add(change.entityId)
    if (state === 'failed') notSaved.add(change.entityId)
  }
  if (row === undefined) return null
  return { workout: row, sets: [...sets.values()].sort((a, b) => a.position - b.position || a.id.localeCompare(b.id)), saving, notSaved }
}

let opened: { readonly account: AccountId; readonly view: Promise<View> } | undefined

export function theView(): Promise<View> {
  const account = currentSession().account?.id
  if (account === undefined) throw new Error('Nobody is signed in')
  if (opened?.account !== account) opened = { account, view: openView(account, () => (opened = undefined)) }
  return opened.view
}
