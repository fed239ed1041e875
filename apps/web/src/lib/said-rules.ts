import { currentSession } from './session.ts'
import type { SaidRule } from './with-said.ts'

const key = () => `gymgenius.rules.said.${currentSession().account?.id ?? ''}`
const listeners = new Set<() => void>()
const none: readonly SaidRule[] = []
let read: { readonly text: string; readonly said: readonly SaidRule[] } | undefined

/** What waits for the server, oldest first. The same list as long as nothing changed. */
export function waitingRules(): readonly SaidRule[] {
  const text = localStorage.getItem(key())
  if (text === null) return none
  if (read?.text === text) return read.said
  try {
    read = { text, said: JSON.parse(text) as SaidRule[] }
    return read.said
  } catch {
    return none
  }
}

/** Keeps it on this phone until the server has heard it; what was said of the same thing before is void. */
export function keepSaid(said: SaidRule) {
  const before = waitingRules()
  const same = before.find((one) => isSameThing(one, said))
  // A pain that the server has never heard of is still to be made, however it is by now.
  const kept = said.of === 'pain' && same?.of === 'pain' && same.isNew ? { ...said, isNew: true } : said
  become([...before.filter((one) => !isSameThing(one, said)), kept])
}

/** The server has heard it; unless it was said anew meanwhile, it waits no more. */
export function heard(said: SaidRule) {
  const text = JSON.stringify(said)
  become(waitingRules().filter((one) => JSON.stringify(one) !== text))
}

export function subscribeSaid(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const isSameThing = (a: SaidRule, b: SaidRule) => a.of === b.of && a.id === b.id

function become(said: readonly SaidRule[]) {
  if (said.length === 0) localStorage.removeItem(key())
  else localStorage.setItem(key(), JSON.stringify(said))
  tell()
}

function tell() {
  for (const listener of listeners) listener()
}

// Another tab may have said something, or have been heard.
addEventListener('storage', (event: StorageEvent) => event.key?.startsWith('gymgenius.rules.said.') === true && tell())
