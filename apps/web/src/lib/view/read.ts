import type { Gym, LoadSteps, Movement, PerformedSet, Routine, RoutineItem, SyncOp, Workout } from '@gymgenius/contracts'
import type { AccountId, MovementId, WorkoutId } from '@gymgenius/domain'
import type { MovementPrior } from '@gymgenius/engine'
import { queryOptions } from '@tanstack/react-query'
import { movementNames } from '../language.ts'
import { queries } from '../queries.ts'
import { currentSession } from '../session.ts'
import { byPosition, MOST_SETS, newestFirst, type StoredWorkout } from './after-rows.ts'
import { draftOn, putDraft } from './drafts.ts'
import type { Rows } from './merge.ts'
import { openView, stores, type Draft, type RefusedOp, type StoredSnapshot, type View } from './schema.ts'

/** Keys of all queries that read the phone's own copy of the log begin with this. */
export const VIEW = 'view'

/** One workout with its sets. What is on its way to the disk is laid over it by who shows it (`shown.ts`). */
export const workoutQuery = (id: WorkoutId) =>
  queryOptions({
    queryKey: [VIEW, 'workout', id],
    queryFn: async (): Promise<StoredWorkout> => {
      const view = await theView()
      const [workout, sets] = await Promise.all([view.get('workouts', id), view.getAllFromIndex('sets', 'byWorkout', id)])
      return { workout, sets: sets.sort(byPosition) }
    },
    ...local,
  })

/** All workouts, newest first, without their sets. */
export const workoutsQuery = () =>
  queryOptions({
    queryKey: [VIEW, 'workouts'],
    queryFn: async (): Promise<readonly Workout[]> => (await (await theView()).getAll('workouts')).sort(newestFirst),
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

/** Every movement this phone knows, by its id; or those of a plan, for who shows three need not wait for a thousand. */
export const movementsQuery = (plan: readonly Pick<RoutineItem, 'movementId'>[] = []) =>
  queryOptions({
    queryKey: [VIEW, 'movements', ...plan.map(({ movementId }) => movementId)],
    queryFn: async (): Promise<Movements> => {
      const [view, names] = await Promise.all([theView(), movementNames()])
      const known = await (plan.length > 0
        ? Promise.all(plan.map(({ movementId }) => view.get('movements', movementId)))
        : view.getAll('movements'))
      return new Map(known.flatMap((movement) => (movement === undefined ? [] : [[movement.id, inLanguage(movement, names[movement.id])]])))
    },
    placeholderData: (before: Movements | undefined) => queries.getQueryData<Movements>([VIEW, 'movements']) ?? before,
    ...local,
    structuralSharing: false,
  })

type Movements = ReadonlyMap<string, Movement>

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
    queryFn: async (): Promise<readonly PerformedSet[]> => newestSets(await theView(), id),
    ...local,
  })

/** The same of several movements. */
export const setsOfMovementsQuery = (ids: readonly MovementId[]) =>
  queryOptions({
    queryKey: [VIEW, 'sets', ids],
    queryFn: async (): Promise<readonly PerformedSet[]> => {
      const view = await theView()
      return (await Promise.all(ids.map((id) => newestSets(view, id)))).flat()
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

export const loadPrior = () => import('../prior.ts')

/** What the lifter's other movements say of this one, sets that this phone alone knows included; null where that is nothing. */
export const priorQuery = (movement: Movement | undefined) =>
  queryOptions({
    queryKey: [VIEW, 'prior', movement?.id],
    enabled: movement !== undefined,
    queryFn: async (): Promise<MovementPrior | null> => {
      try {
        const { priorTold } = await loadPrior()
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
    queryFn: async () => draftOn(await theView(), id),
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
  await putDraft(await theView(), draft)
}

export async function removeDraft(workoutId: string) {
  await (await theView()).delete('drafts', workoutId)
}

/** Read from this phone: nothing to wait for, nothing to retry, and stale as soon as the logbook says so. */
export const local = { staleTime: Infinity, gcTime: 5 * 60_000, retry: 1, networkMode: 'always' } as const

/** One jump to the oldest of them and one reading: going from set to set takes a turn of the page for each. */
async function newestSets(view: View, id: MovementId): Promise<readonly PerformedSet[]> {
  const index = view.transaction('sets').store.index('byMovement')
  const last = [id, '\uffff'] as [string, string]
  const all = IDBKeyRange.bound([id, ''], last)
  const newest = await index.openKeyCursor(all, 'prev')
  const oldest = (await newest?.advance(MOST_SETS - 1)) ?? null
  const sets = await index.getAll(oldest === null ? all : IDBKeyRange.bound(oldest.key, last))
  return sets.slice(-MOST_SETS)
}

let opened: { readonly account: AccountId; readonly view: Promise<View> } | undefined

export function theView(): Promise<View> {
  const account = currentSession().account?.id
  if (account === undefined) throw new Error('Nobody is signed in')
  if (opened?.account !== account) opened = { account, view: openView(account, () => (opened = undefined)) }
  return opened.view
}
