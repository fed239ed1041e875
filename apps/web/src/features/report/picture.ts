import type { Muscle } from '@gymgenius/domain'
import { type ReportCard, verdictOf } from '@gymgenius/engine/report'
import type { Picture } from './draw-picture.ts'
import { pictureWords as words } from './picture-words.ts'
import { percent, repsText, spanText } from './texts.ts'
import { perWeek } from './volume.ts'

interface Said {
  readonly nameOf: (key: string) => string
  readonly loadText: (load: number) => string
  readonly hasLoads: boolean
  /** Empty: not in the picture. */
  readonly name: string
  readonly bodyWeight: string
  readonly note: string
}

const LIFTS_SHOWN = 3

/** What stands in the picture, as words and numbers: nothing of it tells who it is of unless it was said to. */
export function pictureOf(card: ReportCard, { nameOf, loadText, hasLoads, name, bodyWeight, note }: Said): Picture {
  const { score, consistency, lifts, weeks } = card
  const isJudged = verdictOf(score) !== null
  const muscles = perWeek<Muscle>(weeks, Infinity, (week) => week.muscles)
  const most = Math.max(1e-9, ...muscles.values())
  const bests = lifts.flatMap(({ movementKey, records: { strongest } }) =>
    strongest === null ? [] : [{ name: words.lift(nameOf(movementKey)), value: loadText(strongest.e1rm) }],
  )
  const title = words.title(spanText(consistency.firstDay!, consistency.lastDay!))
  const held = isJudged ? percent(score.fair80!) : ''
  const finding = isJudged ? words.held : words.tooFew
  const miss = isJudged ? words.miss(repsText(score.miss!), repsText(score.ruleMiss!)) : ''
  const facts = [
    words.sets(lifts.reduce((sum, { sets }) => sum + sets, 0)),
    words.workouts(consistency.workouts),
    words.weeks(consistency.weeksTrained, consistency.weeks),
  ]
  const said = [name, bodyWeight].filter((text) => text !== '').join(' · ')
  const shownLifts = hasLoads ? bests.slice(0, LIFTS_SHOWN) : []
  return {
    title,
    held,
    finding,
    miss,
    ranges: isJudged ? [score.fair50!, score.fair80!, score.fair95!] : [],
    facts,
    lifts: shownLifts,
    heat: new Map([...muscles].map(([muscle, sets]) => [muscle, sets / most])),
    said,
    note,
    spoken: [title, held, finding, miss, ...facts, ...shownLifts.map(({ name, value }) => `${name} ${value}`), said, note]
      .filter((text) => text !== '')
      .join('. '),
  }
}
