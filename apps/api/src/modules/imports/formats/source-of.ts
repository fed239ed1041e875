import { alphaProgression } from './alpha.ts'
import { shapeOf } from './detect.ts'
import { jefit } from './jefit.ts'
import { jsonSource } from './json.ts'
import type { Source } from './source.ts'
import { readTable } from './table-source.ts'

/** What wrote a file, and how to read it. */
export function sourceOf(text: string): Source {
  const special = jsonSource(text) ?? jefit(text) ?? alphaProgression(text)
  if (special !== undefined) return special
  const shape = shapeOf(text)
  const { format, joinsWithinMs } = shape.table
  return {
    format: format === 'hevy' && shape.columns.some(({ meaning }) => meaning === 'setAt') ? 'gymgenius' : format,
    counts: 'lines',
    ...(joinsWithinMs === undefined ? {} : { joinsWithinMs }),
    read: (take, tell) => readTable(text, shape, take, tell),
  }
}
