import { useState } from 'react'
import type { Entry } from './entry.ts'

/** What was typed but not logged, by set; it outlives a reload of the tab. */
export function useEntries(workoutId: string) {
  const key = `gymgenius.entries.${workoutId}`
  const [entries, setEntries] = useState<Readonly<Record<string, Entry>>>(() => read(key))

  const keep = (next: Readonly<Record<string, Entry>>) => {
    setEntries(next)
    try {
      sessionStorage.setItem(key, JSON.stringify(next))
    } catch {
      // Full: a reload would forget what was typed, and nothing that was done.
    }
  }
  return {
    entryOf: (slot: string): Entry => entries[slot] ?? {},
    setEntry: (slot: string, entry: Entry) => keep({ ...entries, [slot]: entry }),
    clearEntry: (slot: string) => keep(Object.fromEntries(Object.entries(entries).filter(([name]) => name !== slot))),
  }
}

function read(key: string): Readonly<Record<string, Entry>> {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Record<string, Entry>
  } catch {
    return {}
  }
}
