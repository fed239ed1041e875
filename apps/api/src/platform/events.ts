import type {
  AccountId,
  AthleteId,
  ImportId,
  Instant,
  LoginSessionId,
  MailLinkId,
  MovementId,
  ProgramId,
  SetId,
  WorkoutId,
} from '@gymgenius/domain'
import type { BlobKey } from './ports/blobs.ts'

/** Facts one room announces and others may act on. Past tense; payloads are ids, not rows. */
export interface DomainEvents {
  'accounts.account_opened': { readonly accountId: AccountId }
  'accounts.sign_ins_ended': { readonly loginSessionIds: readonly LoginSessionId[] }
  'logging.set_performed': { readonly athleteId: AthleteId; readonly movementId: MovementId; readonly setId: SetId }
  'logging.workout_finished': { readonly athleteId: AthleteId; readonly workoutId: WorkoutId }
  /** One that was over already: a set of it was added, changed or deleted, or the whole of it moved, deleted or brought back. */
  'logging.workout_corrected': { readonly athleteId: AthleteId; readonly workoutId: WorkoutId }
  'imports.import_finished': { readonly athleteId: AthleteId; readonly importId: ImportId }
}

/** Background work one room asks of itself. Payloads are ids. */
export interface JobRequests {
  'house.remove_blob': { readonly key: BlobKey }
  'accounts.send_mail': {
    readonly kind:
      | 'reset_password'
      | 'change_email'
      | 'email_changed'
      | 'password_changed'
      | 'second_factor_off'
      | 'passkey_added'
      | 'provider_linked'
      | 'signed_out_by_admin'
    /** Whom it is about; nobody, where somebody asked about an address that is not known here. */
    readonly accountId: AccountId
    readonly linkId: MailLinkId
    /** What the browser asked for. */
    readonly language: 'en' | 'de' | 'es'
  }
  'alerts.ring': { readonly loginSessionId: LoginSessionId; readonly endsAt: Instant }
  'movements.embed_library': Readonly<Record<string, never>>
  'movements.embed_own': { readonly athleteId: AthleteId }
  'programming.weigh_signs': { readonly athleteId: AthleteId; readonly programId: ProgramId; readonly workoutId: WorkoutId }
  'programming.generate': { readonly athleteId: AthleteId; readonly programId: ProgramId }
  'imports.commit': { readonly athleteId: AthleteId; readonly importId: ImportId }
  'privacy.note_erased': { readonly key: BlobKey; readonly at: Instant }
  'imports.undo': { readonly athleteId: AthleteId; readonly importId: ImportId }
}
