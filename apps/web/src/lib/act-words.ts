import type { Account, AuditAct, DataKind } from '@gymgenius/contracts'
import { t } from '@lingui/core/macro'

export const actNames: Readonly<Record<AuditAct, string>> = {
  'accounts.opened': t`Account opened`,
  'accounts.signed_in': t`Signed in`,
  'accounts.signed_out': t`Signed out`,
  'accounts.devices_ended': t`Devices signed out`,
  'accounts.token_reused': t`Sign-in ended: somebody used a copy of it`,
  'accounts.password_changed': t`Password changed`,
  'accounts.password_reset': t`Password reset`,
  'accounts.email_changed': t`E-mail address changed`,
  'accounts.passkey_added': t`Passkey added`,
  'accounts.passkey_removed': t`Passkey removed`,
  'accounts.provider_linked': t`Linked with a sign-in elsewhere`,
  'accounts.provider_unlinked': t`Link with a sign-in elsewhere undone`,
  'accounts.proved': t`Password shown again`,
  'accounts.second_factor_on': t`Second factor turned on`,
  'accounts.second_factor_off': t`Second factor turned off`,
  'accounts.backup_codes_replaced': t`New backup codes`,
  'accounts.invited': t`Somebody invited`,
  'accounts.role_changed': t`Role changed`,
  'accounts.access_refused': t`Something asked for that is not allowed`,
  'audit.exported': t`Audit log downloaded`,
  'logging.exported': t`Copy downloaded`,
  'programming.scoring_changed': t`Scoring changed`,
  'privacy.agreed': t`Agreed to sharing`,
  'privacy.withdrawn': t`Sharing taken back`,
  'privacy.erasure_asked': t`Deleting asked for`,
  'privacy.erasure_cancelled': t`Account kept after all`,
  'privacy.erased': t`Account erased`,
  'trainers.granted': t`Code for a trainer made`,
  'trainers.changed': t`What a trainer sees changed`,
  'trainers.taken': t`Code taken by a trainer`,
  'trainers.ended': t`What a trainer sees ended`,
  'trainers.looked': t`Looked at`,
}

export const dataKindNames: Readonly<Record<DataKind, string>> = {
  workouts: t`Workouts and records`,
  programs: t`Programs`,
  body_weight: t`Body weight`,
  recovery: t`Sleep, fatigue and soreness`,
  injuries: t`What hurts`,
}

export const roleNames: Readonly<Record<Account['role'], string>> = {
  athlete: t`Lifter`,
  trainer: t`Trainer`,
  admin: t`Administrator`,
  super_admin: t`Super admin`,
}

export const actWords = {
  refused: t`refused`,
}
