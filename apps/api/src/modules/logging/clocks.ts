import type { DeviceId, Instant } from '@gymgenius/domain'

/**
 * A hybrid logical clock: 13 digits of milliseconds, a dash, a counter of 4 hex digits. Later clocks are greater strings.
 *
 * Source   Kulkarni, Demirbas et al. (2014), Logical Physical Clocks; the form is ours.
 */
export type Hlc = string & { readonly hlc: true }

/** Who wrote when: `<hlc> <device>`. The device decides between equal clocks; the server calls itself `server`. */
export type Stamp = string & { readonly stamp: true }

/** The newest stamp of each field of a record. A field without one was guessed by the server, and any stamp wins over it. */
export type Clocks = Readonly<Record<string, Stamp>>

const COUNTER_END = 0xffff

export const hlcOf = (at: Instant, counter = 0) => `${String(at).padStart(13, '0')}-${counter.toString(16).padStart(4, '0')}` as Hlc
export const stampOf = (hlc: Hlc, device: DeviceId | 'server') => `${hlc} ${device}` as Stamp
export const hlcOfStamp = (stamp: Stamp) => stamp.slice(0, 18) as Hlc
export const laterOf = <C extends string>(a: C, b: C) => (a > b ? a : b)

/** The stamp of a write made here, now: later than everything this record has seen, whatever a phone's clock said. */
export const serverStamp = (now: Instant, seen: Clocks = {}): Stamp => stampOf(laterThan(seen, hlcOf(now)), 'server')

/** This clock, or where the record has seen one as late, the next one after that. */
export function laterThan(seen: Clocks, hlc: Hlc): Hlc {
  const latest = Object.values(seen)
    .map(hlcOfStamp)
    .reduce(laterOf, '' as Hlc)
  return hlc > latest ? hlc : after(latest)
}

function after(hlc: Hlc): Hlc {
  const [at, counter] = [Number(hlc.slice(0, 13)) as Instant, Number.parseInt(hlc.slice(14), 16)]
  return counter < COUNTER_END ? hlcOf(at, counter + 1) : hlcOf((at + 1) as Instant)
}

/** Fields that only make sense together share one clock, so that half of an answer never wins. */
const SHARED: Readonly<Record<string, string>> = {
  rir: 'effort',
  effortScale: 'effort',
  toFailure: 'effort',
  needsConfirmation: 'performedAt',
  endedBy: 'endedAt',
  deletedAt: 'deleted',
}
export const clockOf = (field: string) => SHARED[field] ?? field

/** Every field of a new record, written at once. */
export function clocksOf(fields: object, stamp: Stamp): Clocks {
  const said = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(said.map(([field]) => [clockOf(field), stamp]))
}

/**
 * Last writer wins, field by field: what of `change` is newer than what the record has seen. Equal stamps are the same
 * device speaking within one tick, so the one that arrives later wins.
 */
export function merge<Fields extends object>(clocks: Clocks, change: Fields, stamp: Stamp): { fields: Partial<Fields>; clocks: Clocks } {
  const won = Object.entries(change).filter(([field, value]) => value !== undefined && stamp >= (clocks[clockOf(field)] ?? ''))
  const fields = Object.fromEntries(won) as Partial<Fields>
  return { fields, clocks: { ...clocks, ...clocksOf(fields, stamp) } }
}
