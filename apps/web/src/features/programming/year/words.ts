import { t } from '@lingui/core/macro'

export const yearWords = {
  title: t`The year ahead`,
  intro: t`Laid out from your open goals: general first, special later, and a peak on the day that counts. Goals that move, move it.`,
  goals: t`My long-term goals`,
  emphases: {
    base: t`Base`,
    size: t`Size`,
    strength: t`Strength`,
    peak: t`Peak`,
    recovery: t`Ease`,
  } as Readonly<Record<'base' | 'size' | 'strength' | 'peak' | 'recovery', string>>,
  why: {
    base: t`A broad base: many movements, moderate loads.`,
    size: t`Muscle first: it is what strength is made of.`,
    strength: t`Heavier, with fewer repetitions.`,
    peak: t`Down to what counts on the day, and rested for it.`,
    recovery: t`Easy weeks, so that what was done can work.`,
  } as Readonly<Record<'base' | 'size' | 'strength' | 'peak' | 'recovery', string>>,
  span: (from: string, to: string) => t`${from} to ${to}`,
  cut: t`Make this program`,
  cutNamed: (name: string) => t`Make this program: ${name}`,
}
