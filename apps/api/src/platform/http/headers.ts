import type { FastifyReply, FastifyRequest } from 'fastify'

/** Everything comes from here, nothing runs inline, nobody frames us. The docs page loosens the last line for itself alone. */
const CONTENT_SECURITY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
  'object-src': "'none'",
  'require-trusted-types-for': "'script'",
}

const PERMISSIONS = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'browsing-topics'].map((power) => `${power}=()`).join(', ')

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': `${PERMISSIONS}, screen-wake-lock=(self)`,
  'cache-control': 'no-store', // answers of the API; static files say otherwise themselves
}

const TWO_YEARS_S = 63_072_000

const plainPolicy = Object.entries(CONTENT_SECURITY)
  .map(([name, value]) => `${name} ${value}`)
  .join('; ')

/** On plain http an upgrade would break every request of the page, so it is asked for on https only. */
const securePolicy = `${plainPolicy}; upgrade-insecure-requests`

/**
 * Sent with every answer, also the ones that say no. `isForGood` is false for a certificate of our own making: a browser told to
 * keep to https for years would keep to it on other ports of `localhost` too.
 */
export function securityHeaders(request: FastifyRequest, reply: FastifyReply, isSecure: boolean, isForGood = true) {
  reply.headers({ ...ALWAYS, 'content-security-policy': isSecure ? securePolicy : plainPolicy, 'x-request-id': request.id })
  if (isSecure && isForGood) reply.header('strict-transport-security', `max-age=${TWO_YEARS_S}; includeSubDomains`)
}
