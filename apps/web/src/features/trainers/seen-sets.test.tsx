import type { ReactNode } from 'react'
import { kg } from '@gymgenius/domain'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { aSet } from '../../testing/training.ts'
import { SeenSets, useRecordTexts } from './seen-sets.tsx'

const textOf = (element: ReactNode) => renderToStaticMarkup(element).replace(/<[^>]+>/g, '')
const ofNothing = { loadKg: kg(0), reps: undefined }

test('a trainer reads a hold by its time, a run by its way, a pull-up by its repetitions, and which set was a warm-up', () => {
  const sets = [
    aSet({ kind: 'warm_up', loadKg: kg(40), reps: 5 as never }),
    aSet({ rir: 2 as never }),
    aSet({ ...ofNothing, durationSeconds: 95 as never }),
    aSet({ ...ofNothing, distanceMeters: 5200, durationSeconds: 1810 as never }),
    aSet({ loadKg: kg(0), reps: 9 as never, toFailure: true }),
  ].map((set) => ({ ...set, movement: 'Any' }))
  expect(textOf(<SeenSets sets={sets} />)).toBe('W 40 kg × 5 · 80 kg × 8, RIR 2 · 1:35 · 5.2 km, 30:10 · 9 reps, to failure')
})

test('a best set without a load names no maximum', () => {
  const at = new Date(2026, 10, 22).toISOString()
  const Record = ({ loadKg, e1rmKg }: { readonly loadKg: number; readonly e1rmKg: number }) => {
    const { set, note } = useRecordTexts()({ loadKg, reps: 9, at, e1rmKg })
    return `${set}; ${note}`
  }
  expect(textOf(<Record loadKg={0} e1rmKg={0} />)).toBe('9 reps; Nov 22, 2026')
  expect(textOf(<Record loadKg={10} e1rmKg={13.4} />)).toBe('10 kg × 9; Nov 22, 2026, about 13.5 kg for one')
})
