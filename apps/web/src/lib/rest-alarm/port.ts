import type { RestAct } from '../kept-rest.ts'

/** The rest between two sets, as far as it concerns what rings. */
export interface AlarmedRest {
  readonly endsAt?: number
  /** What comes after it, in words. */
  readonly next?: string
}

/**
 * What rings, and is shown, while the app is not looked at: on the web the service worker and the server's push, in the phone app a
 * notification that the system keeps. It comes later than the set screen.
 */
export interface RestAlarm {
  /** Hands on the rest as it stands; undefined: there is none. The newest word wins. */
  tellOutside(rest: AlarmedRest | undefined): Promise<void>
  /** What was pressed on a notification while no page was open, once. */
  pressedOutside(): Promise<readonly RestAct[]>
  /** Hears what is pressed on a notification from now on. */
  hearOutside(act: (pressed: RestAct) => void): () => void
  /** Whether it rings with the phone locked. Asks for no permission: without one the answer is no. */
  canRingLocked(): Promise<boolean>
  /** The lifter wants it: asks for what it takes. */
  allow(): Promise<unknown>
  /** The lifter wants no alert any more. */
  ringNoMore(): Promise<void>
  /** The end was heard in the app: nothing outside need say it again. */
  rungInside(): Promise<void>
  /** What the settings say of it. */
  readonly says: { readonly locked: string; readonly cannotRing: string }
}
