import { t } from '@lingui/core/macro'

export const words = {
  title: t`Between sets`,
  alert: t`Alert me when rest is over`,
  locked: t`With the phone locked, the server rings it when there is a connection.`,
  cannotRing: t`With the phone locked this browser cannot ring; keep the screen on.`,
  phoneRings: t`The phone rings it, locked or not, also without a connection.`,
  phoneCannot: t`The phone does not let GymGenius ring: allow notifications in its settings.`,
  over: t`Rest is over`,
  done: t`Done`,
  skip: t`Skip`,
  restUntil: (time: string) => t`Rest until ${time}`,
}
