import type { ProblemCode } from '@gymgenius/contracts/problem'
import { saidKeyOf } from './kept-account.ts'
import { currentSession } from './session.ts'
import type { SaidRule } from './with-said.ts'

const key = () => saidKeyOf(currentSession().account?.id)
const listeners = new Set<() => void>()
interface Said {
  /** What waits for the server, oldest first. */
  readonly waiting: readonly SaidRule[]
  /** What the server would not have, and the lifter has not let go. */
  readonly refused: readonly SaidRule[]
}

const nothing: Said = { waiting: [], refused: [] }
let read: { readonly text: string; readonly said: Said } | undefined

/** The same lists as long as nothing changed. */
function allSaid(): Said {
  const text = localStorage.getItem(key())
  if (text === null) return nothing
  if (read?.text === text) return read.said
  try {
    const said = JSON.parse(text) as SaidRule[]
    read = { text, said: { waiting: said.filter((one) => !one.refused), refused: said.filter((one) => one.refused) } }
    return read.said
  } catch {
    return nothing
  }
}

export const waitingRules = () => allSaid().waiting
export const refusedRules = () => allSaid().refused

/** Keeps it on this phone until the server has heard it; what was said of the same thing before is void. */
export function keepSaid(said: SaidRule) {
  const before = everything()
  const same = before.find((one) => isSameThing(one, said))
  // A pain that the server has never heard of is still to be made, however it is by now.
  const kept = said.of === 'pain' && same?.of === 'pain' && same.isNew ? { ...said, isNew: true } : said
  become([...before.filter((one) => !isSameThing(one, said)), kept])
}

/** The server has heard it, or the lifter lets it go; unless it was said anew meanwhile, it waits no more. */
export function heard(said: SaidRule) {
  become(everything().filter((one) => !isSame(one, said)))
}

/** The server would not have it; unless it was said anew meanwhile, the lifter is asked. */
export function refuse(said: SaidRule, refused: ProblemCode) {
  become(everything().map((one) => (isSame(one, said) ? { ...one, refused } : one)))
}

export function subscribeSaid(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const everything = () => [...refusedRules(), ...waitingRules()]

const isSame = (a: SaidRule, b: SaidRule) => JSON.stringify(a) === JSON.stringify(b)

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
