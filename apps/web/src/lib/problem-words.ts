import type { ProblemCode } from '@gymgenius/contracts/problem'
import { t } from '@lingui/core/macro'
import { tellFaults } from './api.ts'

/**
 * What the server refuses, in the lifter's language. It comes after the first paint; until then, and for a code of a newer server,
 * the server's own sentence stands.
 */
export const problemWords: Readonly<Record<ProblemCode, string>> = {
  'request.malformed': t`This is not a valid HTTP request`,
  'request.malformed_json': t`The body is not valid JSON`,
  'request.duplicate_key': t`A JSON object names the same key twice`,
  'request.too_deep': t`The JSON is nested too deeply`,
  'request.invalid_encoding': t`The body is not valid UTF-8`,
  'request.malformed_form': t`The body is not a valid multipart form`,
  'request.bad_url': t`The address is not a valid URL`,
  'request.not_found': t`There is nothing at this address`,
  'request.method_not_allowed': t`This address does not answer that method`,
  'request.not_acceptable': t`The answer would be JSON, which the request does not accept`,
  'request.timeout': t`The request took too long to arrive`,
  'request.in_progress': t`The same request is still being answered`,
  'request.payload_too_large': t`The body is too large`,
  'request.unsupported_media_type': t`The body is of a type that is not understood here`,
  'request.unsupported_encoding': t`The body is compressed, which is not understood here`,
  'request.invalid': t`The request does not fit its schema`,
  'request.idempotency_mismatch': t`This idempotency key was used for another request`,
  'request.too_many': t`Too many requests; wait a moment`,
  'request.headers_too_large': t`The headers are too large`,
  'auth.required': t`Sign in first`,
  'auth.invalid_token': t`The access token is not valid; refresh it or sign in again`,
  'auth.token_reused': t`This sign-in was ended because its refresh token was used twice`,
  'auth.session_ended': t`This sign-in has ended; sign in again`,
  'auth.invalid_credentials': t`E-mail or password is wrong`,
  'auth.csrf': t`The request did not come from the app`,
  'auth.forbidden': t`This account may not do that`,
  'auth.registration_closed': t`This server does not take new accounts`,
  'auth.invite_required': t`A valid invite code is needed to register here`,
  'auth.email_taken': t`An account with this e-mail exists`,
  'auth.too_many_attempts': t`Too many attempts; wait before trying again`,
  'auth.account_not_found': t`There is no account with this e-mail`,
  'auth.session_not_found': t`No such sign-in`,
  'alerts.endpoint_refused': t`Pushes are not sent to this address`,
  'alerts.invalid_key': t`These are not the keys of a browser`,
  'movements.not_found': t`No such movement`,
  'movements.unknown': t`No such movement`,
  'movements.cannot_merge': t`These two cannot be one movement`,
  'movements.constraint_not_found': t`Nothing of this id hurts`,
  'movements.too_many_rules': t`There are more rules than anybody has; take some back first`,
  'equipment.gym_not_found': t`No such gym`,
  'equipment.too_many_gyms': t`There are as many gyms as can be kept; delete one first`,
  'logging.workout_not_found': t`No such workout`,
  'logging.workout_closed': t`This workout is finished`,
  'logging.set_not_found': t`No such set`,
  'logging.routine_not_found': t`No such routine`,
  'logging.id_taken': t`This id belongs to something else`,
  'logging.inconsistent_effort': t`RIR and RPE contradict each other`,
  'diary.entry_not_found': t`No such entry`,
  'diary.too_many_activities': t`There are as many activities as can be kept; delete one first`,

  'sync.invalid_cursor': t`The sync cursor is not one of ours`,
  'sync.resync_required': t`The sync cursor is too old; start again without one`,
  'sync.batch_too_large': t`Too many changes in one batch`,
  'sync.idempotency_mismatch': t`This change id was used for another change`,
  'imports.not_found': t`No such import`,
  'imports.too_large': t`The file is too large to import`,
  'imports.malformed_json': t`The file could not be read as JSON`,
  'imports.malformed_csv': t`The file could not be read as CSV`,
  'imports.unknown_format': t`The file is not an export that is understood here`,
  'imports.ambiguous_format': t`Something in the file could be read in two ways; say which is meant`,
  'imports.not_ready': t`The import is not in a state that allows this`,
  'prescription.movement_unavailable': t`Nothing in your gym can load this movement`,
  'prescription.not_found': t`No such recommendation`,
  'server.unexpected': t`Something broke on our side`,
  'server.database_unavailable': t`The database does not answer; try again shortly`,
  'server.busy': t`The server is busy; try again shortly`,
  'server.disk_full': t`The server has no room left; nothing was kept`,
  'server.shutting_down': t`The server is restarting; try again shortly`,
}

const faults: Readonly<Record<string, string>> = {
  required: t`Is missing`,
  out_of_range: t`Is out of range`,
  too_short: t`Is too short`,
  too_long: t`Is too long`,
  validation_failed: t`Is not as it should be`,
}

/** What is wrong with one field, by the word that the server gives to it; its own sentence where this phone has none. */
export function faultOf({ code, message }: { readonly code: string; readonly message: string }): string {
  const [, low, high] = /between (\S+) and (\S+)/.exec(message) ?? []
  if (low !== undefined && high !== undefined) return t`Must be between ${low} and ${high}`
  return faults[code] ?? message
}

tellFaults(problemWords)
