import type { Api } from '@gymgenius/contracts'
import { call } from '../api.ts'
import { timeNow } from '../clock.ts'
import { actionsOf, isRestAct, keepRest, keptRest, type RestAct } from '../kept-rest.ts'
import { wantsAlert } from './choice.ts'
import type { AlarmedRest, RestAlarm } from './port.ts'
import { words } from './words.ts'

/** On the web: the service worker, the server's push, the notification of a rest under way. */
export const alarm: RestAlarm = {
  tellOutside,
  pressedOutside,
  hearOutside,
  canRingLocked: () => canRingLocked(),
  allow: () => canRingLocked(),
  ringNoMore,
  rungInside: () => Promise.resolve(),
  says: { locked: words.locked, cannotRing: words.cannotRing },
}

let current: AlarmedRest | undefined

const registrationOf = async () => ('serviceWorker' in navigator ? await navigator.serviceWorker.getRegistration() : undefined)
const mayNotify = () => 'Notification' in globalThis && Notification.permission === 'granted'

/** Hands the rest on. The newest word wins, on the server too. */
async function tellOutside(rest: AlarmedRest | undefined) {
  current = rest
  if (!('caches' in globalThis)) return
  await keepRest({ endsAt: rest?.endsAt, says: { over: words.over, next: rest?.next ?? '', done: words.done, skip: words.skip } })
  await tellServer(wantsAlert() ? rest?.endsAt : undefined)
}

/** What was pressed on a notification while no page was open, once. */
async function pressedOutside() {
  if (!('caches' in globalThis)) return []
  const kept = await keptRest()
  if (kept?.pressed === undefined) return []
  await keepRest({ endsAt: kept.endsAt, says: kept.says })
  return kept.pressed
}

function hearOutside(act: (pressed: RestAct) => void) {
  const hear = ({ data }: MessageEvent<unknown>) => isRestAct(data) && act(data)
  navigator.serviceWorker?.addEventListener('message', hear)
  return () => navigator.serviceWorker?.removeEventListener('message', hear)
}

let subscribed: Promise<boolean> | undefined
let told: number | undefined

async function tellServer(endsAt: number | undefined) {
  if (!mayNotify() || (endsAt === undefined && told === undefined)) return
  if (!(await canRingLocked())) return
  told = endsAt
  const saidAt = timeNow()
  const said = { saidAt: new Date(saidAt).toISOString(), endsAt: endsAt === undefined ? null : new Date(endsAt).toISOString() }
  const { ringsAt } = await call('PUT /v1/push/rest', { body: said })
  if (ringsAt === null && endsAt !== undefined && endsAt > saidAt) subscribed = undefined // another sign-in: subscribe again
}

/** Whether the server rings this browser. Asks for no permission: without one the answer is no. */
const canRingLocked = () =>
  (subscribed ??= subscribe().catch(() => {
    subscribed = undefined
    return false
  }))

async function subscribe(): Promise<boolean> {
  const registration = await registrationOf()
  if (!mayNotify() || registration === undefined || !('pushManager' in registration)) throw new Error('no pushes here')
  const { publicKey } = await call('GET /v1/push/key', {})
  const before = await registration.pushManager.getSubscription()
  const isOurs = before !== null && textOf(before.options.applicationServerKey) === publicKey
  if (before !== null && !isOurs) await before.unsubscribe()
  const options = { userVisibleOnly: true, applicationServerKey: publicKey }
  const subscription = isOurs ? before : await registration.pushManager.subscribe(options)
  const { endpoint, keys } = subscription.toJSON()
  const body = { endpoint, p256dh: keys?.['p256dh'], auth: keys?.['auth'] } as Api['PUT /v1/push/subscription']['body']
  await call('PUT /v1/push/subscription', { body })
  return true
}

const textOf = (key: ArrayBuffer | null) =>
  btoa(String.fromCodePoint(...new Uint8Array(key ?? new ArrayBuffer())))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

async function ringNoMore() {
  subscribed = undefined
  const subscription = await (await registrationOf())?.pushManager?.getSubscription()
  await subscription?.unsubscribe()
  if (subscription) await call('DELETE /v1/push/subscription', {})
}

/** A rest under way stands among the notifications while the app is put away, and can be changed there. */
document.addEventListener('visibilitychange', () => void showUnderWay().catch(() => undefined))

async function showUnderWay() {
  const registration = await registrationOf()
  if (registration === undefined || !mayNotify() || !wantsAlert()) return
  if (document.visibilityState === 'visible') {
    for (const shown of await registration.getNotifications({ tag: 'rest' })) shown.close()
    return
  }
  const kept = await keptRest()
  if (current?.endsAt === undefined || current.endsAt <= timeNow() || kept === undefined) return
  const until = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: 'medium' }).format(current.endsAt)
  const options = { body: kept.says.next, tag: 'rest', silent: true, icon: '/icons/icon-192.png', actions: actionsOf(kept, false) }
  await registration.showNotification(words.restUntil(until), options)
}
