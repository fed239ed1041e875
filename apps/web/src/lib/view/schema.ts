import type { DiaryEntry, Gym, Movement, PerformedSet, Routine, RoutineItem, SyncOp, SyncOpResult, Workout } from '@gymgenius/contracts'
import type { Circuit, CircuitFormat } from '@gymgenius/catalog/circuit'
import type { AccountId, CountedUnit, Kilograms, MovementId } from '@gymgenius/domain'
import type { TrainingSnapshot } from '@gymgenius/engine'
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

/** A change that the server refused, kept until the lifter decides. */
export interface RefusedOp {
  readonly opId: string
  readonly op: SyncOp
  readonly code: string
  readonly errors: NonNullable<SyncOpResult['errors']>
  readonly at: number
}

export interface StoredSnapshot {
  readonly movementId: string
  readonly engineVersion: string
  readonly snapshot: TrainingSnapshot
}

/** What is planned for a workout under way. Only on this phone: the sets are the record, this is the intention. */
export interface Draft {
  readonly workoutId: string
  readonly routineId?: string | undefined
  readonly items: readonly DraftItem[]
  /** When the lifter went on with it after it had ended: silence counts from here. */
  readonly reopenedAt?: string
  /** How the sets that are done compare with what was planned for them. */
  readonly outcomes?: Readonly<Record<string, Outcome>>
  /** The set that goes on part by part, until the lifter says it is over. */
  readonly openSet?: string | undefined
  /** In its place, while one is on. */
  readonly circuit?: CircuitUnderWay | undefined
  /** The movement on the screen. */
  readonly activeItem: number
}

/** A circuit on the screen: what it asks, when it was started, and what of it is logged. */
export interface CircuitUnderWay {
  readonly name: string
  readonly format: CircuitFormat
  readonly stations: readonly {
    readonly movementId: MovementId
    readonly unit: CountedUnit
    readonly amount?: number | undefined
    readonly loadKg?: Kilograms | undefined
  }[]
  readonly capSeconds: number
  readonly rounds?: number | undefined
  readonly intervalSeconds?: number | undefined
  readonly workSeconds?: number | undefined
  readonly restSeconds?: number | undefined
  readonly steps?: readonly number[] | undefined
  readonly score: Circuit['score']
  /** Its sets carry this number, so that they are seen to belong together. */
  readonly superset: number
  /** In a moment, while it counts in. */
  readonly startedAt?: number | undefined
  readonly endedAt?: number | undefined
  /** `index` counts stations from the start. */
  readonly logged: readonly { readonly index: number; readonly setId: string; readonly reps?: number | undefined }[]
}

export type Outcome = 'met' | 'above' | 'below'

export interface DraftItem extends RoutineItem {
  /** Stable on the screen while items move and the same movement stands twice. */
  readonly key: string
  readonly isSkipped?: boolean
}

export interface Base {
  /** `<entity> <id>` */
  readonly key: string
  readonly row: unknown
  /** False for a row that was born here and has not come back from the server yet. */
  readonly isFromServer: boolean
  /** Changes made here that this word of the server contains already. What it has only answered is not here until it comes back. */
  readonly holds?: readonly string[]
}

interface ViewSchema extends DBSchema {
  workouts: { key: string; value: Workout; indexes: { byStart: string } }
  sets: { key: string; value: PerformedSet; indexes: { byWorkout: string; byMovement: [string, string] } }
  routines: { key: string; value: Routine }
  movements: { key: string; value: Movement }
  gyms: { key: string; value: Gym }
  diary: { key: string; value: DiaryEntry; indexes: { byKind: [string, string] } }
  snapshots: { key: string; value: StoredSnapshot }
  drafts: { key: string; value: Draft }
  refused: { key: string; value: RefusedOp }
  /** What the server last said of rows that were changed here since: the ground the changes stand on. */
  bases: { key: string; value: Base }
  meta: { key: string; value: unknown }
}

/** Where the rows of an entity are kept. */
export const stores = { workout: 'workouts', set: 'sets', routine: 'routines', movement: 'movements', gym: 'gyms', diary: 'diary' } as const

export type View = IDBPDatabase<ViewSchema>

export const viewOf = (account: AccountId) => `gymgenius-view-${account}`

/** The queryable copy of the log. It may be lost at any time: the journal and the server rebuild it. */
export const openView = (account: AccountId, onGone: () => void = () => undefined): Promise<View> =>
  openDB<ViewSchema>(viewOf(account), 3, {
    upgrade(db, before) {
      if (before < 2) db.createObjectStore('gyms', { keyPath: 'id' })
      if (before < 3) db.createObjectStore('diary', { keyPath: 'id' }).createIndex('byKind', ['kind', 'at'])
      if (before >= 1) return
      db.createObjectStore('workouts', { keyPath: 'id' }).createIndex('byStart', 'startedAt')
      const sets = db.createObjectStore('sets', { keyPath: 'id' })
      sets.createIndex('byWorkout', 'workoutId')
      sets.createIndex('byMovement', ['movementId', 'performedAt'])
      db.createObjectStore('routines', { keyPath: 'id' })
      db.createObjectStore('movements', { keyPath: 'id' })
      db.createObjectStore('snapshots', { keyPath: 'movementId' })
      db.createObjectStore('drafts', { keyPath: 'workoutId' })
      db.createObjectStore('refused', { keyPath: 'opId' })
      db.createObjectStore('bases', { keyPath: 'key' })
      db.createObjectStore('meta')
    },
    blocking: (_current, _blocked, event) => {
      ;(event.target as IDBDatabase).close()
      onGone()
    },
    terminated: onGone,
  })
