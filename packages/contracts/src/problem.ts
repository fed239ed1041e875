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
  'auth.second_factor_required': { status: 401, title: 'A code of the authenticator is asked for too' },
  'auth.invalid_challenge': { status: 401, title: 'This sign-in took too long; begin again with the password' },
  'auth.invalid_link': { status: 401, title: 'This link is too old, or was used; ask for a new one' },
  'auth.invalid_passkey': { status: 401, title: 'This passkey is not one that opens anything here' },
  'auth.invalid_code': { status: 401, title: 'This code is wrong, too old, or was used before' },
  'auth.proof_required': { status: 403, title: 'Show again that it is you' },
  'auth.csrf': { status: 403, title: 'The request did not come from the app' },
  'auth.provider_answer': { status: 401, title: 'This sign-in took too long, was used, or was begun elsewhere; begin again' },
  'auth.provider_denied': { status: 403, title: 'The provider did not let you in; try again, or sign in another way' },
  'auth.provider_not_linked': {
    status: 403,
    title: 'This sign-in is linked with no account here; sign in as before and link it under Settings, or create an account',
  },
  'auth.provider_no_email': {
    status: 422,
    title: 'The provider names no confirmed e-mail address of yours; create the account with a password, and link it under Settings',
  },
  'auth.provider_unknown': { status: 404, title: 'Nobody signs in here by this provider' },
  'auth.provider_away': { status: 503, title: 'The provider does not answer; try again later, or sign in another way' },
  'auth.provider_email_taken': {
    status: 409,
    title: 'An account with your e-mail address exists; sign in to it as before, and link this under Settings',
  },
  'auth.provider_taken': { status: 409, title: 'This sign-in is linked with another account, or you have linked another of this provider' },
  'auth.provider_link_not_found': { status: 404, title: 'No such link with a provider' },
  'auth.last_way_in': { status: 409, title: 'This is the only way into your account; choose a password or make a passkey first' },
  'auth.forbidden': { status: 403, title: 'This account may not do that' },
  'auth.registration_closed': { status: 403, title: 'This server does not take new accounts' },
  'auth.invite_required': { status: 403, title: 'A valid invite code is needed to register here' },
  'auth.email_taken': { status: 409, title: 'An account with this e-mail exists' },
  'auth.no_mail': { status: 409, title: 'This server sends no mail; ask whoever runs it' },
  'auth.too_many_passkeys': { status: 409, title: 'There are as many passkeys as can be kept; take one away first' },
  'auth.second_factor_on': { status: 409, title: 'A second factor is on already' },
  'auth.second_factor_not_begun': { status: 409, title: 'No second factor was begun' },
  'auth.too_many_attempts': { status: 429, title: 'Too many attempts; wait before trying again' },
  'auth.account_not_found': { status: 404, title: 'There is no account with this e-mail' },
  'accounts.account_not_found': { status: 404, title: 'No such account' },
  'accounts.may_not_appoint': { status: 403, title: 'Your role may not give or take that one' },
  'accounts.last_super_admin': { status: 409, title: 'A server has at least one super admin; appoint another first' },
  'auth.passkey_not_found': { status: 404, title: 'No such passkey' },
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

  'programming.program_not_found': { status: 404, title: 'No such program' },
  'programming.session_not_found': { status: 404, title: 'The program has no such session' },
  'programming.patch_not_found': { status: 404, title: 'No such change of this program' },
  'programming.not_ready': { status: 409, title: 'The program is still being made, or could not be made' },
  'programming.not_started': { status: 409, title: 'The program was not begun yet' },
  'programming.session_done': { status: 409, title: 'This session is done; what is done is not planned again' },
  'programming.nothing_left': { status: 409, title: 'Nothing of this is left to be made again' },
  'programming.patch_conflict': { status: 409, title: 'Something this touches was changed since; undo that first' },
  'programming.patch_decided': { status: 409, title: 'This change is not in a state that allows this' },
  'programming.nothing_fits': { status: 422, title: 'No movement is left that could be planned' },
  'programming.too_many_programs': { status: 422, title: 'There are as many programs as can be kept; delete one first' },
  'programming.scheme_not_found': { status: 404, title: 'No such scheme' },
  'programming.unreadable_text': { status: 422, title: 'The text could not be read as a program' },
  'programming.invalid_scoring': { status: 422, title: 'The scoring file is not valid' },

  'trainers.grant_not_found': { status: 404, title: 'No such grant' },
  'trainers.athlete_not_found': { status: 404, title: 'Nobody lets you see that' },
  'trainers.code_not_found': { status: 404, title: 'This code is not one, was taken, or is too old' },
  'trainers.not_granted': { status: 403, title: 'This athlete does not show that' },
  'trainers.grant_ended': { status: 409, title: 'This grant has ended; give a new one' },
  'trainers.too_many_grants': { status: 422, title: 'There are as many grants as can be kept; end one first' },

  'privacy.consent_required': { status: 403, title: 'This is asked for first' },
  'privacy.consent_outdated': { status: 409, title: 'The text has changed; read it again' },

  'pictures.not_found': { status: 404, title: 'No such picture' },
  'pictures.unreadable': { status: 422, title: 'This is no picture that can be read; JPEG, PNG and WebP can' },
  'pictures.too_large': { status: 413, title: 'The picture is too large' },

  'goals.goal_not_found': { status: 404, title: 'No such goal' },
  'goals.too_many_goals': { status: 422, title: 'There are as many goals as can be kept; delete one first' },

  'server.unexpected': { status: 500, title: 'Something broke on our side' },
  'server.database_unavailable': { status: 503, title: 'The database does not answer; try again shortly' },
  'server.files_unavailable': { status: 503, title: 'The store of files does not answer; try again shortly' },
  'server.file_damaged': { status: 500, title: 'The kept file is missing or damaged' },
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
