import { type SetKind, setKinds } from '@gymgenius/domain'
import { type Json, listIn, objectIn, textIn } from './json-values.ts'
import { unitWordOf } from './measures.ts'
import { partsIn } from './parts.ts'
import { NO_SET, saying, type SaidRow } from './said.ts'
import type { Source, Take } from './source.ts'
import type { Tell } from './telling.ts'

interface Kind {
  readonly kind: SetKind
  readonly toFailure?: boolean
}

const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['', { kind: 'working' }],
  ['working', { kind: 'working' }],
  ['normal', { kind: 'working' }],
  ['warmup', { kind: 'warm_up' }],
  ['dropset', { kind: 'drop' }],
  ['backoff', { kind: 'back_off' }],
  ['topset', { kind: 'top' }],
  ['amrap', { kind: 'amrap' }],
  ['cluster', { kind: 'cluster' }],
  ['myo', { kind: 'myo_reps' }],
  ['myoreps', { kind: 'myo_reps' }],
  ['restpause', { kind: 'rest_pause' }],
  ['failure', { kind: 'working', toFailure: true }],
])

/** Reads openweight's workout logs (openweight.org): one, a list of them, or a list under a name. */
export function openweight(file: Json): Source | undefined {
  const named = objectIn(file)
  const logs = isLog(file) ? [file] : [file, ...Object.values(named ?? {})].map(listIn).find((list) => list.some(isLog))
  if (logs === undefined) return undefined
  return { format: 'openweight', counts: 'sets', read: (take, tell) => readLogs(logs, take, tell) }
}

function isLog(value: Json): boolean {
  const log = objectIn(value)
  const [exercise] = listIn(log?.['exercises'])
  return typeof log?.['date'] === 'string' && objectIn(objectIn(exercise)?.['exercise']) !== undefined
}

function readLogs(logs: readonly Json[], take: Take, tell: Tell): void {
  let line = 0
  for (const [at, value] of logs.entries()) {
    const log = objectIn(value)
    const about = {
      date: textIn(log?.['date']),
      workout: textIn(log?.['name']),
      workoutNumber: String(at),
      workoutNote: textIn(log?.['notes']),
      workoutSeconds: Number(log?.['durationSeconds']) || undefined,
    }
    for (const [place, done] of listIn(log?.['exercises']).entries()) {
      const entry = objectIn(done)
      const exercise = objectIn(entry?.['exercise'])
      const of = {
        ...about,
        exercise: nameOf(textIn(exercise?.['name']), textIn(exercise?.['equipment'])),
        exerciseNote: textIn(entry?.['notes']),
        superset: textIn(entry?.['supersetId']),
      }
      const sets = listIn(entry?.['sets'])
      if (sets.length === 0) take(++line, NO_SET)
      for (const set of sets) take(++line, setIn(set, { ...of, line }, tell) ?? NO_SET)
      if (entry === undefined) tell(++line, 'no_movement', `Exercise ${place + 1} of “${about.workout}” could not be read`)
    }
    if (log === undefined) tell(++line, 'no_workout', `Workout ${at + 1} of the file could not be read`)
  }
}

const words: Readonly<Record<string, string>> = { bodyweight: 'Bodyweight', 'resistance-band': 'Band' }

/** The equipment is said beside the name; where the name says it already it is not said twice. */
function nameOf(name: string, equipment: string): string {
  const word = words[equipment] ?? equipment.replaceAll('-', ' ').replace(/\b\p{L}/gu, (letter) => letter.toUpperCase())
  return word === '' || name === '' || name.toLowerCase().includes(word.toLowerCase().split(' ')[0]!) ? name : `${name} (${word})`
}

function setIn(value: Json, about: Pick<SaidRow, 'line' | 'date' | 'exercise'> & Partial<SaidRow>, tell: Tell): SaidRow | undefined {
  const set = objectIn(value)
  if (set === undefined) return void tell(about.line, 'no_set', 'What stands here is no set')
  const said = textIn(set['type'])
  const ours = setKinds.find((kind) => kind === said)
  const kind = kinds.get(said.toLowerCase().replace(/[^a-z]/g, '')) ?? (ours === undefined ? undefined : { kind: ours })
  return saying({
    ...about,
    ...(kind ?? { kind: 'working', unknownKind: said }),
    toFailure: set['toFailure'] === true || kind?.toFailure === true,
    load: textIn(set['weight']),
    loadUnit: unitWordOf(textIn(set['unit']))?.loadUnit,
    zeroIsSaid: true,
    reps: textIn(set['reps']),
    rpe: textIn(set['rpe']),
    rir: textIn(set['rir']),
    setAt: textIn(set['performedAt']), // our own field
    restSeconds: textIn(set['restSeconds']),
    seconds: textIn(set['durationSeconds']),
    distance: textIn(set['distance']),
    metresPerUnit: unitWordOf(textIn(set['distanceUnit']))?.metres,
    note: textIn(set['notes']),
    tempo: textIn(set['tempo']),
    ...partsIn(set['parts']), // our own field
  })
}
