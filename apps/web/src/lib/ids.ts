import { uuidV7Maker, type Id } from '@gymgenius/domain'

const make = uuidV7Maker(
  () => Date.now(),
  (into) => void crypto.getRandomValues(into as Uint8Array<ArrayBuffer>),
)

/** A new id, made here: what is logged without a network keeps it for ever. */
export const newId = <Of extends string>() => make() as Id<Of>
