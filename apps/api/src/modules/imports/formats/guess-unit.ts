import { KG_PER_POUND, type LoadUnit } from '@gymgenius/domain'

/**
 * Which unit the loads of a history are in, by the plates they are made of; undefined when they do not say.
 *
 *     score = 20 (grid − 0.72) + 15 (heavy − 0.12) + 10 (fromKg − fromLb)       lb above 2, kg below −2
 *
 *     grid     share of multiples of 5 among the loads that are whole quarters (dumbbells and plates in pounds go by fives;
 *              in kilograms by ones, twos and two-and-a-halfs)
 *     heavy    share of loads of 95 and more
 *     fromKg   share of all loads that are no quarters but are round kilograms once read as pounds; fromLb the reverse
 *
 * Units    loads as the file writes them, each counted once a movement. Shares are fractions.
 * Valid    from eight different loads; fewer say nothing. Fitted by eye to 38 exports whose unit is known or sure.
 */
export function guessUnit(loadsByMovement: ReadonlyMap<string, ReadonlySet<number>>): LoadUnit | undefined {
  const loads = [...loadsByMovement.values()].flatMap((loads) => [...loads])
  if (loads.length < FEWEST_LOADS) return undefined
  const quarters = loads.filter((load) => isMultiple(load, 0.25, 0.001))
  const others = loads.filter((load) => !isMultiple(load, 0.25, 0.001))

  const grid =
    quarters.length < FEWEST_LOADS
      ? 0.72
      : share(
          quarters.filter((load) => isMultiple(load, 5, 0.001)),
          quarters,
        )
  const heavy = share(
    loads.filter((load) => load >= 95),
    loads,
  )
  const fromKg = share(
    others.filter((load) => isRoundKg(load) && !isRoundLb(load)),
    loads,
  )
  const fromLb = share(
    others.filter((load) => isRoundLb(load) && !isRoundKg(load)),
    loads,
  )
  const score = 20 * (grid - 0.72) + 15 * (heavy - 0.12) + 10 * (fromKg - fromLb)
  return score > SURE ? 'lb' : score < -SURE ? 'kg' : undefined
}

const FEWEST_LOADS = 8
const SURE = 2

const share = (some: readonly number[], of: readonly number[]) => (of.length === 0 ? 0 : some.length / of.length)

/** Read as pounds, it is a round number of kilograms. */
const isRoundKg = (load: number) => isMultiple(load * KG_PER_POUND, 1.25, 0.06)
/** Read as kilograms, it is a round number of pounds. */
const isRoundLb = (load: number) => isMultiple(load / KG_PER_POUND, 2.5, 0.12)

const isMultiple = (value: number, of: number, slack: number) => Math.abs(value - Math.round(value / of) * of) <= slack
