import { uuid } from './ids.ts'

/** A change made on the phone of a test: only what the test is about needs to be said. */
export interface Made {
  readonly opId?: string
  readonly seq?: number
  readonly at?: number
  readonly entity: 'set' | 'workout' | 'routine' | 'movement' | 'gym' | 'diary'
  readonly id: string
  readonly kind: 'put' | 'patch' | 'delete'
  readonly fields?: object
}

export const hlcAt = (ms: number, counter = 0) => `${String(ms).padStart(13, '0')}-${counter.toString(16).padStart(4, '0')}`

/** A phone that numbers and stamps what is done on it. `n` tells it from other phones. */
export function aPhone(n: number, now: () => number) {
  const deviceId = uuid(0xdd00 + n)
  let seq = 0
  return {
    deviceId,
    op({ opId, seq: said, at = now(), entity, id, kind, fields }: Made) {
      seq = said ?? seq + 1
      return {
        opId: opId ?? uuid(0xaa0000 + n * 0x1000 + seq),
        deviceId,
        deviceSeq: seq,
        hlc: hlcAt(at, seq & 0xffff),
        entity,
        entityId: id,
        kind,
        ...(fields === undefined ? {} : { fields }),
      }
    },
  }
}
