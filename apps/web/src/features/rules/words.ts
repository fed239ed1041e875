import { plural, t } from '@lingui/core/macro'
export const words = {
  title: t`Your rules`,
  favourite: t`A favourite`,
  makeFavourite: t`Make it a favourite`,
  rule: t`When training is suggested`,
  rules: { none: t`As it comes`, preferred: t`Rather`, hard_yes: t`Always`, hard_no: t`Never` } as const,
  neverHint: t`It is left out of suggestions and substitutes. You can still choose it yourself.`,
  pains: t`What hurts`,
  painsText: t`Movements that load the joint are done with care, or left out, until the day you say. Then it ends by itself.`,
  everywhere: t`Something hurts, without a place`,
  everywhereText: t`Movements you never did begin carefully, without a test. To be more exact, name the joint below.`,
  say: t`Something hurts`,
  sayTitle: t`What hurts?`,
  where: t`Where`,
  howMuch: t`How much`,
  severities: { mild: t`I feel it`, moderate: t`It hurts`, severe: t`Badly` } as const,
  severityHints: {
    mild: t`Movements that load it keep two more in reserve and do not get heavier.`,
    moderate: t`Movements that load it keep two more in reserve and do not get heavier.`,
    severe: t`Movements that load it are not suggested.`,
  } as const,
  howLong: t`Heed it for`,
  days: (days: number) => {
    const weeks = days / 7
    return weeks < 1 ? plural(days, { one: '# day', other: '# days' }) : plural(weeks, { one: '# week', other: '# weeks' })
  },
  keep: t`Heed it`,
  until: (day: string) => t`Until ${day}`,
  better: t`It is fine again`,
  betterName: (joint: string) => t`The ${joint} is fine again`,
  isBetter: t`Good. Nothing is held back for it any more.`,
  longer: t`A week longer`,
  noDoctor: t`A pain that stays, grows or came with a fall belongs in front of a doctor.`,
  really: t`This is really …`,
  reallyText: t`If the library has it under another name, its sets, plans and records move there. You can take it back.`,
  reallyTitle: (name: string) => t`What is ${name} really?`,
  suggested: (confidence: number) => {
    const percent = Math.round(confidence * 100)
    return t`${percent} % alike`
  },
  merge: (from: string, into: string) => t`${from} is ${into}`,
  merged: (sets: number, into: string) => plural(sets, { one: `# set is ${into} now.`, other: `# sets are ${into} now.` }),
  undo: t`Take it back`,
  other: t`Another movement`,
}
