import { t } from '@lingui/core/macro'

export const textWords = {
  title: t`As a text`,
  intro: t`The whole program in words and numbers: movements, sets, repetitions. No loads, no dates, nothing about you.`,
  copy: t`Copy`,
  copied: t`Copied.`,
  notCopied: t`This browser does not let it be copied. Mark the text and copy it yourself.`,
  download: t`Keep as a file`,
  edit: t`Change it into another program`,
  text: t`Text of the program`,
  fromTitle: t`Program from a text`,
  fromIntro: t`Paste one here, open a file, or write one. What cannot be read is told by line, and nothing is lost.`,
  open: t`Open a file`,
  example: t`Begin with an example`,
  make: t`Make a program of it`,
  unreadable: t`This could not be read yet`,
  at: (line: number, column: number) => t`Line ${line}, column ${column}`,
  expected: (what: string) => t`Here belongs: ${what}`,
  tooLong: t`This text is too long to be a program.`,
}
