import type { Prescription } from '@gymgenius/engine'
import { useQuery } from '@tanstack/react-query'
import { movementsQuery } from '../../lib/view/read.ts'
import { useUnit } from '../../ui/load.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { IntervalBand } from './interval-band.tsx'
import { sheetWords as words } from './sheet-words.ts'
import { whySentences } from './why-words.ts'

/** The reasons behind a load, as sentences a lifter can check. */
export function WhySheet({ prescription, onClose }: { readonly prescription: Prescription | undefined; readonly onClose: () => void }) {
  const unit = useUnit()
  const movements = useQuery(movementsQuery()).data
  const isTest = prescription?.flags.some((flag) => flag === 'guided_test' || flag === 'transfer') === true
  return (
    <Sheet title={words.whyTitle} open={prescription !== undefined} onClose={onClose}>
      {prescription !== undefined && (
        <div className="flex flex-col gap-3">
          {sentencesOf(whySentences(prescription, unit, (id) => movements?.get(id)?.name)).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {/* A first test is there to find out how many are possible; nothing is known of it yet. */}
          {!isTest && <IntervalBand prescription={prescription} />}
          <p className="text-note text-soft">
            {!isTest && words.confidence(Math.round(prescription.confidence * 100))} {words.offlineNote}
          </p>
        </div>
      )}
    </Sheet>
  )
}

/** One sentence a line reads better at arm's length. */
const sentencesOf = (told: readonly string[]) => told.flatMap((text) => text.split(/(?<=\.) (?=\p{Lu}|\d)/u))
