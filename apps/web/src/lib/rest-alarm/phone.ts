import { LocalNotifications } from '@capacitor/local-notifications'
import { timeNow } from '../clock.ts'
import { actionsOf, isRestAct, type RestAct } from '../kept-rest.ts'
import { wantsAlert } from './choice.ts'
import type { AlarmedRest, RestAlarm } from './port.ts'
import { words } from './words.ts'

/** In the phone app: one notification that the system keeps and shows at the end of the rest, also when the app was ended meanwhile. */
export const alarm: RestAlarm = {
  tellOutside,
  // The system opens the app for what is pressed, and the listener hears it then.
  pressedOutside: () => Promise.resolve([]),
  hearOutside,
  canRingLocked,
  allow: async () => (await LocalNotifications.requestPermissions()).display,
  ringNoMore: silence,
  rungInside: silence,
  says: { locked: words.phoneRings, cannotRing: words.phoneCannot },
}

/** One rest at a time: the next one takes its place. */
const REST = { id: 1 }
const CHANNEL = 'rest'
const ACTIONS = 'rest'

async function canRingLocked() {
  return (await LocalNotifications.checkPermissions()).display === 'granted'
}

/** What is asked of the system runs one by one, so that the newest word is the last. */
let queue: Promise<unknown> = Promise.resolve()
const inTurn = <Result>(work: () => Promise<Result>) => {
  const done = queue.then(work)
  queue = done.catch(() => undefined)
  return done
}

let newest: AlarmedRest | undefined

function tellOutside(rest: AlarmedRest | undefined): Promise<void> {
  newest = rest
  return inTurn(async () => {
    if (newest !== rest) return
    const { endsAt, next = '' } = rest ?? {}
    await LocalNotifications.cancel({ notifications: [REST] })
    if (endsAt === undefined || endsAt <= timeNow() || !wantsAlert() || !(await mayShow())) return
    await prepared()
    // Where the system keeps exact alarms to itself it rings within its own minutes; asking for them here would leave the app in mid-set.
    const setting = await LocalNotifications.checkExactNotificationSetting().catch(() => undefined) // iOS has none
    const isExactNotification = setting?.exact_alarm === 'granted'
    const schedule = { at: new Date(endsAt), allowWhileIdle: true }
    await LocalNotifications.schedule({
      notifications: [{ ...REST, title: words.over, body: next, schedule, channelId: CHANNEL, actionTypeId: ACTIONS, isExactNotification }],
    })
  })
}

/** Asks the lifter once, at the first rest: there it is plain what for. */
async function mayShow() {
  const { display } = await LocalNotifications.checkPermissions()
  return (display === 'prompt' ? await LocalNotifications.requestPermissions() : { display }).display === 'granted'
}

let preparing: Promise<unknown> | undefined
/** What the notification looks and sounds like: a channel on Android, buttons everywhere. */
function prepared() {
  preparing ??= Promise.all([
    LocalNotifications.createChannel({ id: CHANNEL, name: words.title, importance: 5, vibration: true, visibility: 1 }).catch(
      () => undefined,
    ), // iOS has none
    registerActions(),
  ])
  return preparing
}

function registerActions() {
  const says = { over: words.over, next: '', done: words.done, skip: words.skip }
  const actions = actionsOf({ endsAt: undefined, says }, true).map(({ action, title }) => ({ id: action, title }))
  return LocalNotifications.registerActionTypes({ types: [{ id: ACTIONS, actions }] })
}

function hearOutside(act: (pressed: RestAct) => void) {
  const listening = LocalNotifications.addListener('localNotificationActionPerformed', ({ actionId }) => {
    if (isRestAct(actionId)) act(actionId)
  })
  return () => void listening.then((listener) => listener.remove())
}

function silence(): Promise<void> {
  return inTurn(async () => {
    await LocalNotifications.cancel({ notifications: [REST] })
    await LocalNotifications.removeDeliveredNotificationsById({ ids: [REST.id] })
  })
}
