/** Every way the API can say no. Codes are public: add freely, never rename, never reuse. */
export const problems = {
  'request.malformed': { status: 400, title: 'This is not a valid HTTP request' },
  'request.malformed_json': { status: 400, title: 'The body is not valid JSON' },
  'request.duplicate_key': { status: 400, title: 'A JSON object names the same key twice' },
  'request.too_deep': { status: 400, title: 'The JSON is nested too deeply' },
  'request.invalid_encoding': { status: 400, title: 'The body is not valid UTF-8' },
  'request.malformed_form': { status: 400, title: 'The body is not a valid multipart form' },
  'request.bad_url': { status: 400, title: 'The address is not a valid URL' },
  'request.not_found': { status: 404, title: 'There is nothing at this address' },
  'request.method_not_allowed': { status: 405, title: 'This address does not answer that method' },
  'request.not_acceptable': { status: 406, title: 'The answer would be JSON, which the request does not accept' },
  'request.timeout': { status: 408, title: 'The request took too long to arrive' },
  'request.in_progress': { status: 409, title: 'The same request is still being answered' },
  'request.payload_too_large': { status: 413, title: 'The body is too large' },
  'request.unsupported_media_type': { status: 415, title: 'The body is of a type that is not understood here' },
  'request.unsupported_encoding': { status: 415, title: 'The body is compressed, which is not understood here' },
  'request.invalid': { status: 422, title: 'The request does not fit its schema' },
  'request.idempotency_mismatch': { status: 422, title: 'This idempotency key was used for another request' },
  'request.too_many': { status: 429, title: 'Too many requests; wait a moment' },
  'request.headers_too_large': { status: 431, title: 'The headers are too large' },

  'auth.required': { status: 401, title: 'Sign in first' },
  'auth.invalid_token': { status: 401, title: 'The access token is not valid; refresh it or sign in again' },
  'auth.token_reused': { status: 401, title: 'This sign-in was ended because its refresh token was used twice' },
  'auth.session_ended': { status: 401, title: 'This sign-in has ended; sign in again' },
  'auth.invalid_credentials': { status: 401, title: 'E-mail or password is wrong' },
  'auth.csrf': { status: 403, title: 'The request did not come from the app' },
  'auth.forbidden': { status: 403, title: 'This account may not do that' },
  'auth.registration_closed': { status: 403, title: 'This server does not take new accounts' },
  'auth.invite_required': { status: 403, title: 'A valid invite code is needed to register here' },
  'auth.email_taken': { status: 409, title: 'An account with this e-mail exists' },
  'auth.too_many_attempts': { status: 429, title: 'Too many attempts; wait before trying again' },
  'auth.account_not_found': { status: 404, title: 'There is no account with this e-mail' },
  'auth.session_not_found': { status: 404, title: 'No such sign-in' },

  'alerts.endpoint_refused': { status: 422, title: 'Pushes are not sent to this address' },
  'alerts.invalid_key': { status: 422, title: 'These are not the keys of a browser' },

  'movements.not_found': { status: 404, title: 'No such movement' },
  'movements.unknown': { status: 422, title: 'No such movement' },
  'movements.cannot_merge': { status: 409, title: 'These two cannot be one movement' },
  'movements.constraint_not_found': { status: 404, title: 'Nothing of this id hurts' },
  'movements.too_many_rules': { status: 409, title: 'There are more rules than anybody has; take some back first' },

  'equipment.gym_not_found': { status: 404, title: 'No such gym' },
  'equipment.too_many_gyms': { status: 422, title: 'There are as many gyms as can be kept; delete one first' },

  'logging.workout_not_found': { status: 404, title: 'No such workout' },
  'logging.workout_closed': { status: 409, title: 'This workout is finished' },
  'logging.set_not_found': { status: 404, title: 'No such set' },
  'logging.routine_not_found': { status: 404, title: 'No such routine' },
  'logging.id_taken': { status: 409, title: 'This id belongs to something else' },
  'logging.inconsistent_effort': { status: 422, title: 'RIR and RPE contradict each other' },

  'diary.entry_not_found': { status: 404, title: 'No such entry' },
  'diary.too_many_activities': { status: 422, title: 'There are as many activities as can be kept; delete one first' },

  'sync.invalid_cursor': { status: 422, title: 'The sync cursor is not one of ours' },
  'sync.resync_required': { status: 410, title: 'The sync cursor is too old; start again without one' },
  'sync.batch_too_large': { status: 413, title: 'Too many changes in one batch' },
  'sync.idempotency_mismatch': { status: 409, title: 'This change id was used for another change' },

  'imports.not_found': { status: 404, title: 'No such import' },
  'imports.too_large': { status: 413, title: 'The file is too large to import' },
  'imports.malformed_csv': { status: 422, title: 'The file could not be read as CSV' },
  'imports.malformed_json': { status: 422, title: 'The file could not be read as JSON' },
  'imports.unknown_format': { status: 422, title: 'The file is not an export that is understood here' },
  'imports.ambiguous_format': { status: 422, title: 'Something in the file could be read in two ways; say which is meant' },
  'imports.not_ready': { status: 409, title: 'The import is not in a state that allows this' },

  'prescription.movement_unavailable': { status: 422, title: 'Nothing in your gym can load this movement' },
  'prescription.not_found': { status: 404, title: 'No such recommendation' },

  'server.unexpected': { status: 500, title: 'Something broke on our side' },
  'server.database_unavailable': { status: 503, title: 'The database does not answer; try again shortly' },
  'server.busy': { status: 503, title: 'The server is busy; try again shortly' },
  'server.disk_full': { status: 507, title: 'The server has no room left; nothing was kept' },
  'server.shutting_down': { status: 503, title: 'The server is restarting; try again shortly' },
} as const satisfies Record<`${string}.${string}`, { status: number; title: string }>

export type ProblemCode = keyof typeof problems

/** What a client needs to act on a problem. Never secrets, never another athlete's data. */
export type ProblemFacts = Readonly<Record<string, unknown>>

/** One thing wrong with a request: where (JSON pointer), a stable word for it, and a sentence. */
export interface RequestFault {
  readonly pointer: string
  readonly code: string
  readonly message: string
}

/** The one error class. Throw it anywhere below a route; the HTTP layer turns it into problem+json. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  readonly facts: ProblemFacts

  constructor(code: ProblemCode, facts: ProblemFacts = {}, options?: ErrorOptions) {
    super(problems[code].title, options)
    this.code = code
    this.facts = facts
  }
}

/** A request whose meaning is wrong, told in the same shape as one whose schema is wrong. */
export const invalidRequest = (...errors: RequestFault[]) => new Problem('request.invalid', { errors })
