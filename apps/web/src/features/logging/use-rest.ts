import type { Seconds } from '@gymgenius/domain'
import { useEffect, useSyncExternalStore } from 'react'
import { afterPaint } from '../../lib/after-paint.ts'
import { timeNow } from '../../lib/clock.ts'
import { actSeconds, type RestAct } from '../../lib/kept-rest.ts'
import { loadOutside, warmUpSound } from './rest-alarm.ts'
import { adjusted, restFrom, type Rest } from './rest.ts'
import { useAlarmAt } from './use-alarm.ts'
import { words } from './words.ts'

const KEY = 'gymgenius.rest'
const listeners = new Set<() => void>()
let kept = localStorage.getItem(KEY)
let rest: Rest | undefined = parsed(kept)

/** The rest of this workout, if one is running. It is a point in time on this phone, so a reload changes nothing. */
export function useRest(workoutId: string): Rest | undefined {
  const current = useSyncExternalStore(subscribe, () => rest)
  return current?.workoutId === workoutId ? current : undefined
}

export function startRest(workoutId: string, length: Seconds | undefined, next?: string): Rest {
  warmUpSound()
  const begun = restFrom(workoutId, timeNow(), length, next)
  become(begun)
  return begun
}

/** How long it is after all, once the next set is known. A rest that was changed or ended meanwhile is the lifter's own. */
export function settleRest(begun: Rest, length: Seconds | undefined, next?: string) {
  if (rest === begun) become(restFrom(begun.workoutId, begun.startedAt, length, next))
}

export const adjustRest = (seconds: number) => rest !== undefined && become(adjusted(rest, seconds, timeNow()))
export const endRest = () => become(undefined)

/** Rings once when the rest ends, whatever screen is open, also when the page is in the background. Not for a rest that ended while the app was closed. */
export function useRestAlarm() {
  const current = useSyncExternalStore(subscribe, () => rest)
  useAlarmAt(current?.endsAt, words.restOver, current?.next)

  useEffect(() => {
    const going = goOnFromOutside().catch(() => undefined)
    return () => void going.then((stop) => stop?.())
  }, [])
}

/** Takes over what was pressed while no page was open, and hands on the rest that goes on. */
async function goOnFromOutside() {
  const outside = await loadOutside()
  for (const pressed of await outside.pressedOutside()) act(pressed)
  const stop = outside.hearOutside(act)
  if (rest !== undefined) outside.tellOutside(rest).catch(() => undefined)
  return stop
}

/** What was pressed on a notification. */
const act = (pressed: RestAct) => (pressed === 'done' ? endRest() : adjustRest(actSeconds[pressed]))

function become(next: Rest | undefined) {
  rest = next
  kept = next === undefined ? null : JSON.stringify(next)
  try {
    if (kept === null) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, kept)
  } catch {
    // Full: the rest runs on in this page.
  }
  for (const listener of listeners) listener()
  void tellOutside().catch(() => undefined) // without a network the phone rings as far as it can alone
}

async function tellOutside() {
  await afterPaint()
  await (await loadOutside()).tellOutside(rest)
}

function subscribe(listener: () => void) {
  const hearOtherTab = (event: StorageEvent) => {
    if (event.key !== KEY || event.newValue === kept) return
    kept = event.newValue
    rest = parsed(kept)
    listener()
  }
  listeners.add(listener)
  addEventListener('storage', hearOtherTab)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', hearOtherTab)
  }
}

function parsed(text: string | null): Rest | undefined {
  if (text === null) return undefined
  try {
    return JSON.parse(text) as Rest
  } catch {
    return undefined
  }
}
