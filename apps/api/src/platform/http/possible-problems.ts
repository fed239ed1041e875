import type { Endpoint, ProblemCode } from '@gymgenius/contracts'

/** Every problem that a call of this endpoint can be answered with: its own, and those of the edge it stands behind. */
export function possibleProblems(endpoint: Endpoint): ProblemCode[] {
  const isKnown = endpoint.access !== 'public'
  const parts: readonly (readonly [boolean, readonly ProblemCode[]])[] = [
    [true, ['request.malformed', 'request.bad_url', 'request.not_acceptable', 'request.timeout', 'request.invalid', 'request.too_many']],
    [
      true,
      [
        'request.headers_too_large',
        'server.unexpected',
        'server.database_unavailable',
        'server.busy',
        'server.disk_full',
        'server.shutting_down',
      ],
    ],
    [endpoint.method !== 'GET', ['request.payload_too_large', 'request.unsupported_media_type', 'request.unsupported_encoding']],
    [
      endpoint.method !== 'GET' && endpoint.form === undefined,
      ['request.malformed_json', 'request.duplicate_key', 'request.too_deep', 'request.invalid_encoding'],
    ],
    [endpoint.form !== undefined, ['request.malformed_form']],
    [endpoint.params !== undefined, ['request.not_found']],
    [isKnown, ['auth.required', 'auth.invalid_token', 'auth.session_ended']],
    [endpoint.access === 'admin' || endpoint.access === 'trainer', ['auth.forbidden']],
    [takesIdempotencyKey(endpoint), ['request.idempotency_mismatch', 'request.in_progress']],
    [true, endpoint.problems],
  ]
  return [...new Set(parts.flatMap(([applies, codes]) => (applies ? codes : [])))]
}

/**
 * Not: public calls, made before anyone is known, whose answers are tokens; an admin's, whose answers are invite codes; uploads,
 * which are known by their file; and calls in units of their own, safe to repeat by themselves. What is remembered is kept as it
 * was sent, so no secret may be in it.
 */
export const takesIdempotencyKey = ({ method, access, form, repeatsSafely }: Endpoint) =>
  method !== 'GET' && access === 'athlete' && form === undefined && repeatsSafely !== true
