import type { Api } from '@gymgenius/contracts'
import { formatNumber, inputNumber, parseNumber } from '../../ui/numbers.ts'

export type Goal = Api['GET /v1/goals/{id}']['reply']
export type Saying = Omit<NonNullable<Api['POST /v1/goals']['body']>, 'id'>
export const GOALS = ['goals']

/** A goal as it is typed: numbers are texts until they are kept. */
export interface GoalTyped {
  readonly kind: Goal['current']['kind']
  readonly title: string
  readonly movementId: string | undefined
  readonly target: string
  readonly start: string
  readonly unit: string
  readonly by: string
  readonly note: string
}

export const typedOf = (said?: Goal['current']): GoalTyped => ({
  kind: said?.kind ?? 'performance',
  title: said?.title ?? '',
  movementId: said?.movementId,
  target: said?.target === undefined ? '' : inputNumber(said.target),
  start: said?.start === undefined ? '' : inputNumber(said.start),
  unit: said?.unit ?? '',
  by: said?.by ?? '',
  note: said?.note ?? '',
})

/** Nothing said is undefined, zero is zero, and what is no number is NaN. */
export const amountOf = (text: string): number | undefined => {
  const typed = text.trim()
  if (typed === '') return undefined
  const isBelow = /^[-−]/.test(typed)
  const amount = parseNumber(typed.replace(/^[-−]/, '')) ?? Number.NaN
  return isBelow ? -amount : amount
}

/** What the server keeps of it; what was not asked here (what programs train for on the way) stays. */
export function sayingOf(typed: GoalTyped, before?: Goal['current']): Saying {
  const { kind, title, movementId, unit, by, note } = typed
  const [target, start] = [amountOf(typed.target), amountOf(typed.start)]
  return {
    kind,
    title: title.trim(),
    ...(kind === 'performance' && movementId !== undefined && { movementId: movementId as never }),
    ...(target !== undefined && { target }),
    ...(start !== undefined && { start }),
    ...(unit.trim() !== '' && { unit: unit.trim() }),
    ...(by !== '' && { by }),
    ...(note.trim() !== '' && { note: note.trim() }),
    ...(before?.goals !== undefined && { goals: before.goals }),
  }
}

export const isWhole = ({ title, target, start }: GoalTyped) =>
  title.trim() !== '' && [target, start].every((text) => !Number.isNaN(amountOf(text) ?? 0))

/** 140 kg; 12. */
export const amountText = (amount: number, unit: string | undefined) => [formatNumber(amount), unit].filter(Boolean).join(' ')
