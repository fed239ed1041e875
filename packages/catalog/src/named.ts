import type { Movement } from '@gymgenius/domain'

/** What a movement needs to be found by name. */
export type Named = Pick<Movement, 'id' | 'name' | 'aliases' | 'equipment' | 'loadKind'> & {
  /** The slug of the movement that this one varies, and its own: which of several is the usual one. */
  readonly base?: string
  readonly slug?: string
}

/** Why a name was taken for a movement; each says a little less than the one before. `matchReasons` are public: add, never rename. */
export const matchReasons = [
  'exact',
  'alias',
  'equipment_implied',
  'translated',
  'usual_left_out',
  'spelling',
  'maker_left_out',
  'note_left_out',
  'equipment_assumed',
  'detail_left_out',
] as const
export type MatchReason = (typeof matchReasons)[number]
