import type { SyncOp } from '@gymgenius/contracts'

type Fields = Readonly<Record<string, unknown>>

/** One answer on two scales: what is said on one takes the other's place. */
const EFFORT = ['rir', 'rpe', 'toFailure']

/**
 * The one change that says what refused changes of a row wanted to say, put right by `mended`: new where the row never
 * reached the server.
 */
export function mendedChange(refused: readonly SyncOp[], mended: Fields): { readonly kind: 'put' | 'patch'; readonly fields: Fields } {
  const said: Record<string, unknown> = Object.assign({}, ...refused.map(({ fields }) => fields))
  if (EFFORT.some((name) => name in mended)) for (const name of EFFORT) delete said[name]
  const fields = { ...said, ...mended }
  if (!refused.some(({ kind }) => kind === 'put')) return { kind: 'patch', fields }
  return { kind: 'put', fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) }
}
