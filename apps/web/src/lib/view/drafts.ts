import { useSyncExternalStore } from 'react'
import type { Draft, View } from './schema.ts'

/** Plans that are shown and not on the disk yet. A reading that begins meanwhile would bring back the plan before. */
const onTheirWay = new Map<string, Draft>()
const listeners = new Set<() => void>()

/** From here on this is the plan of its workout, whoever reads it; `putDraft` brings it to the disk. */
export function begunDraft(draft: Draft) {
  onTheirWay.set(draft.workoutId, draft)
  tell()
}

export async function putDraft(view: View, draft: Draft) {
  await view.put('drafts', draft)
  if (onTheirWay.get(draft.workoutId) === draft) onTheirWay.delete(draft.workoutId)
  tell()
}

/** null where this phone has no plan of that workout. */
export const draftOn = async (view: View, workoutId: string): Promise<Draft | null> =>
  onTheirWay.get(workoutId) ?? (await view.get('drafts', workoutId)) ?? null

/** How many plans a reload would lose the newest of. */
export const useDraftsOnTheirWay = () => useSyncExternalStore(subscribe, () => onTheirWay.size)

function tell() {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
