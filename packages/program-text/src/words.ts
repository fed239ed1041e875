import type { SessionSection } from '@gymgenius/domain'

/** The sections as they are written. */
export const sectionWords: Readonly<Record<SessionSection, string>> = {
  warm_up: 'warm up',
  main: 'main',
  accessory: 'accessory',
  finisher: 'finisher',
  cool_down: 'cool down',
}

export const schemeKeys = [
  'program',
  'slug',
  'about',
  'for',
  'goals',
  'split',
  'days a week',
  'deload every',
  'set aside',
  'week by week',
  'phases',
] as const
export const phaseKeys = ['phase', 'block', 'weeks', 'days a week', 'days'] as const
export const dayKeys = ['day', 'type', 'focus', ...Object.values(sectionWords)] as const
/** Beside the movements, whose key is their names. */
export const itemKeys = ['progress', 'turn', 'together'] as const
