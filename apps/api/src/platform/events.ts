import type { AccountId, AthleteId, ImportId, Instant, LoginSessionId, MovementId, SetId, WorkoutId } from '@gymgenius/domain'

/** Facts one room announces and others may act on. Past tense; payloads are ids, not rows. */
export interface DomainEvents {
  'accounts.account_opened': { readonly accountId: AccountId }
  'accounts.sign_ins_ended': { readonly loginSessionIds: readonly LoginSessionId[] }
  'logging.set_performed': { readonly athleteId: AthleteId; readonly movementId: MovementId; readonly setId: SetId }
  'logging.workout_finished': { readonly athleteId: AthleteId; readonly workoutId: WorkoutId }
  'imports.import_finished': { readonly athleteId: AthleteId; readonly importId: ImportId }
}

/** Background work one room asks of itself. Payloads are ids. */
export interface JobRequests {
  'alerts.ring': { readonly loginSessionId: LoginSessionId; readonly endsAt: Instant }
  'movements.embed_library': Readonly<Record<string, never>>
  'movements.embed_own': { readonly athleteId: AthleteId }
  'imports.commit': { readonly athleteId: AthleteId; readonly importId: ImportId }
}
