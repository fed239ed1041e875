import type { Column, Meaning } from './columns.ts'
import { unitWordOf } from './measures.ts'
import { tidy } from './values.ts'

/** The cells of one row by what they mean. */
export type Cells = (meaning: Meaning) => string

export const cellsBy = (columns: readonly Column[]) => {
  const places = new Map<Meaning, readonly Column[]>()
  for (const column of columns) places.set(column.meaning, [...(places.get(column.meaning) ?? []), column])

  /** Files that name both `weight_kg` and `weight_lbs` fill one of them. */
  const filled = (fields: readonly string[], meaning: Meaning) => {
    const all = places.get(meaning) ?? []
    return all.find(({ at }) => tidy(fields[at] ?? '') !== '') ?? all[0]
  }
  const cell = (fields: readonly string[], meaning: Meaning) => fields[filled(fields, meaning)?.at ?? -1] ?? ''

  return {
    cell: (fields: readonly string[], meaning: Meaning) => tidy(cell(fields, meaning)),
    /** As it was typed, line breaks and all. */
    text: (fields: readonly string[], meaning: Meaning) => cell(fields, meaning).trim(),
    loadUnit: (fields: readonly string[]) => unitWordOf(cell(fields, 'loadUnit'))?.loadUnit ?? filled(fields, 'load')?.loadUnit,
    metresPerUnit: (fields: readonly string[]) => unitWordOf(cell(fields, 'distanceUnit'))?.metres ?? filled(fields, 'distance')?.metres,
  }
}
