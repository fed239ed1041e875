import { uuidV7Maker, type Id } from '@gymgenius/domain'
import { timeNow } from './clock.ts'

const make = uuidV7Maker(timeNow, (into) => void crypto.getRandomValues(into as Uint8Array<ArrayBuffer>))

/** A new id, made here: what is logged without a network keeps it for ever. */
export const newId = <Of extends string>() => make() as Id<Of>
