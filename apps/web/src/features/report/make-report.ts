import type { Movement, PerformedSet } from '@gymgenius/contracts'
import { evidenceOf, type Instant, instantOf, type Kilograms, localDays, type LocalDay } from '@gymgenius/domain'
import { ENGINE_VERSION, type MovementFacts } from '@gymgenius/engine'
import { Replay, type ReportCard, type ReportedSet } from '@gymgenius/engine/report'
import { bodyMassesIn } from '../../lib/view/body-masses.ts'
import { openView } from '../../lib/view/schema.ts'
import type { ReportAsked } from './report-messages.ts'

/** What a card holds; raised with it, so that none of an older shape is shown. */
const CARD_VERSION = 2
/** Sets between two words about how far it is. */
const STRIDE = 400

interface Kept {
  readonly name: string
  readonly card: ReportCard
}

/** Replays the log on this phone; the card is kept, and made again only of another log. */
export async function makeReport(asked: ReportAsked, onProgress: (share: number) => void): Promise<ReportCard> {
  const view = await openView(asked.account)
  try {
    const name = JSON.stringify([CARD_VERSION, ENGINE_VERSION, asked])
    const kept = (await view.get('meta', 'report')) as Kept | undefined
    if (kept?.name === name) return kept.card
    const [sets, movements] = await Promise.all([view.getAll('sets'), view.getAll('movements')])
    const bodyMassOf = await bodyMassesIn(view, asked.bodyMassKg)
    const card = replayed(sets, movements, { timeZone: asked.timeZone, bodyMassOf }, onProgress)
    await view.put('meta', { name, card } satisfies Kept, 'report')
    return card
  } finally {
    view.close()
  }
}

interface Told extends Pick<ReportAsked, 'timeZone'> {
  readonly bodyMassOf: (at: Instant) => Kilograms | null
}

export function replayed(
  sets: readonly PerformedSet[],
  movements: readonly Movement[],
  { timeZone, bodyMassOf }: Told,
  onProgress: (share: number) => void,
): ReportCard {
  const facts = new Map<string, MovementFacts>(movements.map((movement) => [movement.id, factsOf(movement)]))
  const dayOf = localDays(timeZone)
  const replay = new Replay()
  const done = inOrder(sets)
  for (const [i, set] of done.entries()) {
    if (i % STRIDE === 0) onProgress(i / done.length)
    const movement = facts.get(set.movementId) ?? unknown(set.movementId)
    replay.read(asReported(set, movement, bodyMassOf(instantOf(set.performedAt)), dayOf))
  }
  return replay.card()
}

/** The sets that say what was done, in the order in which the server reads them. */
const inOrder = (sets: readonly PerformedSet[]) =>
  sets
    .filter(({ reps, needsConfirmation }) => reps !== undefined && needsConfirmation !== true)
    .sort(
      (a, b) =>
        Date.parse(a.performedAt) - Date.parse(b.performedAt) || a.position - b.position || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
    )

function asReported(
  set: PerformedSet,
  movement: MovementFacts,
  bodyMass: Kilograms | null,
  dayOf: (at: Instant) => LocalDay,
): Omit<ReportedSet, 'setNumber'> {
  const at = instantOf(set.performedAt)
  return {
    movement,
    at,
    day: dayOf(at),
    workoutKey: set.workoutId,
    kind: evidenceOf(set.kind),
    load: set.loadKg ?? (0 as Kilograms),
    reps: set.reps!,
    rir: set.rir ?? null,
    rest: set.restSeconds ?? null,
    bodyMass,
    toFailure: set.toFailure,
  }
}

const factsOf = ({ id, pattern, loadKind, equipment, muscles }: Movement): MovementFacts => ({
  key: id,
  pattern,
  loadKind,
  equipment,
  muscles,
  baseKey: null,
})

/** A movement that has not come to this phone yet: its sets are foretold all the same, from their numbers. */
const unknown = (key: string): MovementFacts => ({
  key,
  pattern: 'isolation',
  loadKind: 'external',
  equipment: 'other',
  muscles: [],
  baseKey: null,
})
