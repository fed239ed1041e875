import type { SyncOp } from '@gymgenius/contracts'
import { uuidV7Maker, type Id } from '@gymgenius/domain'

let ms = Date.UTC(2026, 2, 2)
let byte = 0
const make = uuidV7Maker(
  () => ms++,
  (into) => into.fill(byte++ & 0xff),
)

/** Ids as a phone makes them, the same in every run. */
export const testId = <Of extends string>() => make() as Id<Of>

const device = testId<'device'>()

/** A change of a set, saying only what the test is about. */
export function newDeviceOp(said: Partial<SyncOp> = {}): SyncOp {
  return {
    opId: testId<'op'>(),
    deviceId: device,
    deviceSeq: 0,
    hlc: '1772409600000-0000',
    entity: 'set',
    entityId: testId(),
    kind: 'put',
    ...said,
  }
}
