import { t } from '@lingui/core/macro'

export const pictureWords = {
  title: t`Your picture`,
  who: t`You see it, and trainers whom you let see something. Nobody else.`,
  choose: t`Choose a picture`,
  another: t`Choose another picture`,
  remove: t`Remove the picture`,
  set: t`This is your picture now`,
  removed: t`The picture is removed`,
}
