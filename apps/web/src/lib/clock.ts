import { isoOf, type Instant } from '@gymgenius/domain'

/** The only place of the app that asks the phone for the time. What decides by it takes the time as an argument. */
export const timeNow = () => Date.now() as Instant

export const isoNow = () => isoOf(timeNow())
