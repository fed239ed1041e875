import type { SeenRecord, SeenWorkout } from '@gymgenius/contracts'
import { kg } from '@gymgenius/domain'
import { dateText } from '../../lib/dates.ts'
import { useLoadText } from '../../ui/load.tsx'
import { setLetters } from '../../ui/set-letters.ts'
import { effortText, useSetText } from '../../ui/set-text.tsx'
import { words } from './words.ts'

/** Sets in one line, as their athlete reads them: `W 40 kg × 5 · 80 kg × 8, RIR 2 · 1:35`. */
export function SeenSets({ sets }: { readonly sets: SeenWorkout['sets'] }) {
  const setText = useSetText()
  const lines = sets.map((set) => {
    const said = [setText(set), effortText(set)].filter((part) => part !== undefined && part !== '').join(', ')
    return [setLetters[set.kind], said].filter((part) => part !== undefined).join(' ')
  })
  return <span className="tabular">{lines.join(' · ')}</span>
}

/** The best set of a movement. Without a load it points to no maximum, and none is named. */
export function useRecordTexts() {
  const loadText = useLoadText()
  const setText = useSetText()
  return ({ loadKg, reps, at, e1rmKg }: Pick<SeenRecord, 'loadKg' | 'reps' | 'at' | 'e1rmKg'>) => {
    const day = dateText(Date.parse(at))
    const maximum = e1rmKg > 0 ? words.maximum(loadText(kg(Math.round(e1rmKg * 2) / 2))) : undefined
    return { set: setText({ loadKg, reps }), note: [day, maximum].filter((part) => part !== undefined).join(', ') }
  }
}
