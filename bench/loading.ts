import { kg, type GymItem, type MovementId } from '@gymgenius/domain'
import { loadAbove, loadBelow, nearestLoad } from '@gymgenius/engine'
import { fewestChanges, loadingOf, platesAt, whyNot } from '@gymgenius/engine/loading'

/** Processor time of what is asked about loads while a lifter stands at the bar, in microseconds a question: the best of several rounds. */
const ROUNDS = 15
const bench = { id: 'bench' as MovementId, equipment: 'barbell', loadKind: 'external' } as const
const bar: GymItem = {
  id: 'bar',
  kind: 'bar',
  availability: 'there',
  equipment: 'barbell',
  unit: 'kg',
  weightKg: kg(20),
  sides: 2,
  count: 1,
}
const sizes = (of: readonly number[], pairs?: number): GymItem[] =>
  of.map((size) => ({
    id: `${size}`,
    kind: 'plates',
    availability: 'there',
    unit: 'kg',
    weightKg: kg(size),
    ...(pairs !== undefined && { pairs }),
  }))
const gyms = {
  'commercial gym': [bar, ...sizes([25, 20, 15, 10, 5, 2.5, 1.25])],
  'home, two pairs each': [bar, ...sizes([20, 10, 5, 2.5, 1.25], 2)],
}

for (const [name, items] of Object.entries(gyms)) {
  const gym = loadingOf(items, bench)!
  const loads = Array.from({ length: 64 }, (_, i) => 22 + i * 1.3)
  const coming = [
    [40, 60, 80, 100],
    [100, 100, 95],
    [60, 70, 80, 90, 100],
  ].map((sets) => sets.map((load) => around(load, 0)))
  const loose = [
    [41, 62, 79, 98],
    [97, 96, 92.5],
    [61, 69, 83, 88, 99],
  ].map((sets) => sets.map((load) => around(load, 2.5)))
  console.log(`${name}: ${gym.ways.length} loads`)
  tell('worked out once', 20, () => loadingOf(items, bench))
  tell('nearest, below and above', 20_000, (i) => [nearestLoad, loadBelow, loadAbove].map((ask) => ask(gym.grid, loads[i % 64]!)))
  tell('plates a side', 20_000, (i) => platesAt(gym, gym.ways[i % gym.ways.length]!.load))
  tell('why not', 20_000, (i) => whyNot(gym, loads[i % 64]!))
  tell('fewest plate changes, 3 to 5 sets as planned', 500, (i) => fewestChanges(gym, coming[i % 3]!))
  tell('fewest plate changes, 3 to 5 sets ± 2.5 kg', 500, (i) => fewestChanges(gym, loose[i % 3]!))
}

function around(load: number, slack: number) {
  return { loadKg: load, lowKg: load - slack, highKg: load + slack }
}

function tell(what: string, times: number, work: (i: number) => unknown) {
  let best = Infinity
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage()
    for (let i = 0; i < times; i++) work(i)
    const { user, system } = process.cpuUsage(before)
    best = Math.min(best, (user + system) / times)
  }
  console.log(`${best.toFixed(best < 10 ? 2 : 0).padStart(9)} µs  ${what}`)
}
