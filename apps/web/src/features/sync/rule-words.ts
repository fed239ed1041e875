import { t } from '@lingui/core/macro'

/** As the cards of rules and pains call them. */
export const ruleWords = {
  rules: { none: t`As it comes`, preferred: t`Rather`, hard_yes: t`Always`, hard_no: t`Never` },
  favourite: t`A favourite`,
  severities: { mild: t`I feel it`, moderate: t`It hurts`, severe: t`Badly` },
} as const
