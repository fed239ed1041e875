import { hasLocks, inLock } from '../../lib/locks.ts'
import { currentSession } from '../../lib/session.ts'

/** Held by the tab that sends a file, and let go by the browser when that tab is closed. */
const LOCK = 'gymgenius-import-sending'
const key = () => `gymgenius.import.sending.${currentSession().account?.id ?? ''}`

/** Why a file was not sent to its end: the lifter went to another page. */
export const LEFT = new DOMException('The lifter left', 'AbortError')

/** Sends a file, and keeps its name until that has ended: a tab that is closed meanwhile leaves the name behind. */
export const rememberingName = <Sent>(name: string, send: () => Promise<Sent>): Promise<Sent> =>
  inLock(LOCK, async () => {
    localStorage.setItem(key(), name)
    let hasLeft = false
    try {
      return await send()
    } catch (error) {
      hasLeft = error === LEFT
      throw error
    } finally {
      if (!hasLeft) localStorage.removeItem(key())
    }
  })

/** The name of a file that did not arrive because its tab was closed or left, once; another tab may still be sending. */
export async function takeCutOff(): Promise<string | undefined> {
  if (!hasLocks()) return takeName()
  return navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => (lock === null ? undefined : takeName()))
}

function takeName(): string | undefined {
  const name = localStorage.getItem(key()) ?? undefined
  localStorage.removeItem(key())
  return name
}
