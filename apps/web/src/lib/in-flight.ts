import { useSyncExternalStore } from 'react'
import type { Change } from './logbook-messages.ts'

/**
 * A change that the view does not show yet. writing: on its way to the disk · saved: there, and the view will have it in a
 * moment · failed: it did not get there. Screens show it at once, and say when it is not saved.
 */
export interface InFlight {
  readonly change: Change
  readonly state: 'writing' | 'saved' | 'failed'
}

let list: readonly InFlight[] = []
const listeners = new Set<() => void>()

export const inFlight = () => list
export const useInFlight = () => useSyncExternalStore(subscribe, inFlight)

export function begin(changes: readonly Change[]) {
  become([...without(changes), ...changes.map((change) => ({ change, state: 'writing' as const }))])
}

export const saved = (changes: readonly Change[]) => mark(changes, 'saved')
export const failed = (changes: readonly Change[]) => mark(changes, 'failed')

/** The view shows them now. */
export function landed(opIds: readonly string[]) {
  const ids = new Set(opIds)
  if (list.some(({ change }) => ids.has(change.opId))) become(list.filter(({ change }) => !ids.has(change.opId)))
}

export const forgetInFlight = () => become([])

function mark(changes: readonly Change[], state: InFlight['state']) {
  const ids = idsOf(changes)
  become(list.map((entry) => (ids.has(entry.change.opId) ? { ...entry, state } : entry)))
}

const idsOf = (changes: readonly Change[]) => new Set<string>(changes.map(({ opId }) => opId))

function without(changes: readonly Change[]) {
  const ids = idsOf(changes)
  return list.filter(({ change }) => !ids.has(change.opId))
}

function become(next: readonly InFlight[]) {
  list = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
