import { columnsIn, type Meaning } from './columns.ts'
import { fitbodRows } from './fitbod.ts'
import { fitbodWords, fitnotesWords, liftosaurWords, strongliftsWords } from './english.words.ts'
import { fitnotesRows } from './fitnotes.ts'
import { gymbookColumns, gymbookRows } from './gymbook.ts'
import { hevyRows } from './hevy.ts'
import { hevyWords } from './hevy.words.ts'
import { liftosaurRows } from './liftosaur.ts'
import { strongRows } from './strong.ts'
import { strongWords } from './strong.words.ts'
import { strongliftsRows } from './stronglifts.ts'
import type { Table } from './table.ts'

const by = (words: ReadonlyMap<string, Meaning>) => (header: readonly string[]) => columnsIn(header, words)

/** Where two apps' needs are met by one header, the one that understands more of it is believed; the first of equals. */
export const tables: readonly Table[] = [
  { format: 'hevy', columnsIn: by(hevyWords), needs: ['date', 'exercise', 'setType', 'reps', 'load'], rows: hevyRows },
  { format: 'strong', columnsIn: by(strongWords), needs: ['date', 'exercise', 'order', 'reps', 'load'], rows: strongRows },
  {
    format: 'fitnotes',
    columnsIn: by(fitnotesWords),
    needs: ['date', 'exercise', 'category', 'reps', 'load'],
    rows: fitnotesRows,
    quotesNothing: true,
  },
  {
    format: 'fitbod',
    columnsIn: by(fitbodWords),
    needs: ['date', 'exercise', 'reps', 'load', 'warmUp'],
    rows: fitbodRows,
    joinsWithinMs: 30 * 60_000,
    quotesNothing: true,
  },
  { format: 'liftosaur', columnsIn: by(liftosaurWords), needs: ['date', 'exercise', 'reps', 'warmUp', 'load'], rows: liftosaurRows },
  { format: 'stronglifts', columnsIn: by(strongliftsWords), needs: ['date', 'exercise', 'setPattern'], rows: strongliftsRows },
  { format: 'gymbook', columnsIn: gymbookColumns, needs: ['date', 'exercise', 'reps', 'load'], rows: gymbookRows },
]
