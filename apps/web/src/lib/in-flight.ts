import { useSyncExternalStore } from 'react'
import type { Change } from './logbook-messages.ts'

/** A change on its way to the disk, or one that did not get there. Screens show it at once, and show that it is not saved. */
export interface InFlight {
  readonly change: Change
  readonly hasFailed: boolean
}

let list: readonly InFlight[] = []
const listeners = new Set<() => void>()

export const inFlight = () => list
export const useInFlight = () => useSyncExternalStore(subscribe, inFlight)

export function begin(changes: readonly Change[]) {
  become([...without(changes), ...changes.map((change) => ({ change, hasFailed: false }))])
}

export const landed = (changes: readonly Change[]) => become(without(changes))

export function failed(changes: readonly Change[]) {
  const ids = idsOf(changes)
  become(list.map((entry) => (ids.has(entry.change.opId) ? { ...entry, hasFailed: true } : entry)))
}

export const forgetInFlight = () => become([])

const idsOf = (changes: readonly Change[]) => new Set(changes.map(({ opId }) => opId))

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
