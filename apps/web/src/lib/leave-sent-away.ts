import type { AccountId } from '@gymgenius/domain'
import { forgetLifter } from './forget-lifter.ts'
import { dropToken, expectAccount } from './held-token.ts'
import { inFlight } from './in-flight.ts'
import { journalOf } from './journal/journal.ts'
import { forgetAccount } from './kept-account.ts'
import { hasLocks } from './locks.ts'
import { logbookStatus, settleToLeave } from './logbook.ts'
import { Problem } from './problem.ts'
import { refusedRules, waitingRules } from './said-rules.ts'
import { currentSession } from './session.ts'
import { forgetRefreshToken, isSentAway, refreshed } from './token.ts'

const LEFT = 'gymgenius.sent-away'

/** Whether this device was sent away and has left: for the sign-in screen. Said once. */
export function wasSentAway(): boolean {
  const was = sessionStorage.getItem(LEFT) !== null
  sessionStorage.removeItem(LEFT)
  return was
}

let leaving: Promise<void> | undefined

/**
 * After somebody has ended this device's sign-in from elsewhere: leaves as a sign-out does, if the server has all that was done here.
 * Otherwise nothing happens: logging goes on, and each time the server says so again it is looked at again.
 */
export function leaveSentAway(): Promise<void> {
  leaving ??= leave().finally(() => (leaving = undefined))
  return leaving
}

async function leave() {
  const account = currentSession().account?.id
  if (account === undefined || hasWaiting() || !(await isAlone(account))) return
  if (!(await isStillSentAway())) return // another tab has signed in meanwhile
  await settleToLeave()
  if (!(await isAlone(account))) return
  // From here to the news that somebody left all is one turn: nobody presses Done in between.
  if (hasWaiting() || !currentSession().isEnded || currentSession().account?.id !== account) return
  const forgotten = Promise.all([forgetAccount().catch(() => undefined), forgetRefreshToken()])
  expectAccount(undefined)
  dropToken()
  sessionStorage.setItem(LEFT, '')
  await forgotten
  await forgetLifter(account) // under the lock of the journal, and only where the disk says the same
}

/** What is not at the server, or not known to be. */
function hasWaiting() {
  const { phase, unsynced, refused } = logbookStatus()
  return phase === 'opening' || unsynced + refused + inFlight().length + waitingRules().length + refusedRules().length > 0
}

/** Another tab may show a set as not saved that is in its memory alone. Each that has the log open holds the lock of the journal, or waits for it. */
async function isAlone(account: AccountId) {
  if (!hasLocks()) return false
  const { held = [], pending = [] } = await navigator.locks.query()
  return [...held, ...pending].filter(({ name }) => name === journalOf(account)).length === 1
}

const isStillSentAway = () =>
  refreshed(undefined).then(
    () => false,
    (error: unknown) => error instanceof Problem && isSentAway(error),
  )
