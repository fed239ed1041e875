import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { fault, isoInstant, matching, nothing } from './scalars.ts'

/** Nobody rests longer between two sets. */
export const MOST_REST_MS = 2 * 60 * 60_000

export const PushSubscription = z.strictObject({
  /** Where the browser's push service takes messages for it. */
  endpoint: matching(/^https?:\/\/[!-~]{3,1500}$/, fault('invalid_url', 'Must be the address that the browser gave')),
  /** The browser's public key, P-256, uncompressed, base64url. */
  p256dh: matching(/^B[\w-]{86}$/, fault('invalid_key', 'Must be an uncompressed P-256 key in base64url')),
  auth: matching(/^[\w-]{22}$/, fault('invalid_key', 'Must be 16 bytes in base64url')),
})
export type PushSubscription = z.infer<typeof PushSubscription>

/** Both times by the clock of the device, so that a clock that is wrong rings in time all the same. */
export const RestSaid = z
  .strictObject({
    /** When this is said. Of two words of one device the later one counts, in whatever order they arrive. */
    saidAt: isoInstant,
    /** When the rest ends; null: there is none any more. */
    endsAt: isoInstant.nullable(),
  })
  .refine(({ saidAt, endsAt }) => endsAt === null || Date.parse(endsAt) - Date.parse(saidAt) <= MOST_REST_MS, {
    ...fault('out_of_range', 'A rest ends within two hours'),
    path: ['endsAt'],
  })
export type RestSaid = z.infer<typeof RestSaid>

export const getPushKey = endpoint({
  name: 'alerts.get_push_key',
  method: 'GET',
  path: '/v1/push/key',
  summary: 'The public key that a browser asks its push service with (VAPID)',
  access: 'athlete',
  reply: z.strictObject({ publicKey: z.string() }),
  problems: [],
})

export const putPushSubscription = endpoint({
  name: 'alerts.put_push_subscription',
  method: 'PUT',
  path: '/v1/push/subscription',
  summary: 'Ring this device at the end of a rest, until it signs out',
  access: 'athlete',
  body: PushSubscription,
  reply: nothing,
  status: 204,
  problems: ['alerts.endpoint_refused', 'alerts.invalid_key'],
})

export const deletePushSubscription = endpoint({
  name: 'alerts.delete_push_subscription',
  method: 'DELETE',
  path: '/v1/push/subscription',
  summary: 'Ring this device no more',
  access: 'athlete',
  reply: nothing,
  status: 204,
  problems: [],
})

export const putRest = endpoint({
  name: 'alerts.put_rest',
  method: 'PUT',
  path: '/v1/push/rest',
  summary: 'Say when the rest of this device ends, or that there is none; the newest word replaces what was said before',
  access: 'athlete',
  body: RestSaid,
  reply: z.strictObject({ ringsAt: isoInstant.nullable() }),
  problems: [],
})
