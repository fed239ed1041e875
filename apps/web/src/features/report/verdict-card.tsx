import { type ReportCard, type Score, SETS_FOR_A_VERDICT, verdictOf } from '@gymgenius/engine/report'
import { Card } from '../../ui/card.tsx'
import { locale } from '../../ui/locale.ts'
import { percent, spanText } from './texts.ts'
import { words } from './words.ts'

/** The finding of the whole report, in a picture, in sentences and in a table. */
export function VerdictCard({ card: { score, consistency } }: { readonly card: ReportCard }) {
  const verdict = verdictOf(score)
  if (verdict === null) {
    return (
      <Card title={words.tooFewTitle}>
        <p>{words.tooFew(score.sets, SETS_FOR_A_VERDICT)}</p>
      </Card>
    )
  }
  const { fair80, miss, ruleMiss } = score as Judged
  return (
    <Card title={words.hadI(spanText(consistency.firstDay!, consistency.lastDay!))}>
      <p className="text-note text-soft">{words.foretold(score.sets)}</p>
      <Ranges score={score} />
      <p className="mt-4 text-title leading-snug font-semibold">{words[verdict.ranges](fair80)}</p>
      <p className="mt-2">{words[verdict.besideRule](miss, ruleMiss)}</p>
      <details className="mt-2">
        <summary className="min-h-11 cursor-pointer py-2 font-medium">{words.asTable}</summary>
        <RangesTable score={score} />
        <p className="mt-2 text-note text-soft">{words.rangesNote}</p>
      </details>
    </Card>
  )
}

/** A score of some sets at least. */
type Judged = { readonly [Name in keyof Score]: number }

const rangesOf = (score: Score) =>
  [
    { promise: 0.5, held: score.fair50!, whole: score.inside50! },
    { promise: 0.8, held: score.fair80!, whole: score.inside80! },
    { promise: 0.95, held: score.fair95!, whole: score.inside95! },
  ] as const

/** What was promised as a mark on the track, what was held as its filling. The table says the same. */
function Ranges({ score }: { readonly score: Score }) {
  return (
    <div aria-hidden className="mt-4 flex flex-col gap-4">
      {rangesOf(score).map(({ promise, held }) => (
        <div key={promise} className="grid grid-cols-[2.75rem_1fr_4.25rem] items-center gap-3">
          <span className="text-note whitespace-nowrap text-soft tabular">{percent(promise)}</span>
          <div className="relative h-4 rounded-chip bg-raised ring-1 ring-line">
            <div className="h-full rounded-chip bg-accent" style={{ width: `${held * 100}%` }} />
            <div className="absolute -top-1.5 h-7 w-0.5 -translate-x-1/2 bg-ink" style={{ left: `${promise * 100}%` }} />
          </div>
          <span className="text-right text-title font-semibold tabular">{percent(held)}</span>
        </div>
      ))}
    </div>
  )
}

function RangesTable({ score }: { readonly score: Score }) {
  return (
    <table className="w-full text-left text-note tabular">
      <thead>
        <tr className="text-soft">
          <th className="py-1 font-medium">{words.range}</th>
          <th className="py-1 text-right font-medium">{words.held}</th>
          <th className="py-1 text-right font-medium">{words.wholeReps}</th>
        </tr>
      </thead>
      <tbody>
        {rangesOf(score).map(({ promise, held, whole }) => (
          <tr key={promise} className="border-t border-line">
            <th scope="row" className="py-1 font-normal">
              {words.rangeOf(promise)}
            </th>
            <td className="py-1 text-right">{exactly(held)}</td>
            <td className="py-1 text-right">{exactly(whole)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const exactly = (share: number) => new Intl.NumberFormat(locale(), { style: 'percent', minimumFractionDigits: 1 }).format(share)
