import { localInput } from './dates.ts'

/** The day where the phone is, as an `<input type="date">` and the server write it. */
export const localDayInput = (at: number): string => localInput(at).slice(0, 'YYYY-MM-DD'.length)
