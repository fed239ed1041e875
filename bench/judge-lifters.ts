import { DAY_MS, type Rng } from '@gymgenius/domain'

/**
 * Simulated lifters of five kinds that have nothing of the engine's model nor of the project's own simulator: other curves, other
 * tiredness, other days, other words. Each kind is scaled so that a plain Epley average brings about 60 % of sets inside and one who
 * knows the truth about 87 % (bench/judges.ts prints both).
 */
export interface Kind {
  /** Load ÷ maximum at which n repetitions can just be done, n not whole; `own` is the lifter's number. */
  readonly share: (n: number, own: number) => number
  /** The middle of `own` and its spread among lifters, in ln. */
  readonly own: readonly [middle: number, spread: number]
  /** What a set takes: a share of strength, or repetitions. */
  readonly tires: 'strength' | 'repetitions'
  /** Taken by a set to failure, middle and spread in ln; how it falls with the reserve; seconds of rest that halve it (Infinity: none does). */
  readonly cost: readonly [middle: number, spread: number]
  readonly effortReps: number
  readonly halfLife: readonly [least: number, most: number]
  /** sd of a day's form, between these; what of it the next workout keeps; true where all movements of the day share it. */
  readonly form: readonly [least: number, most: number]
  readonly formKept: number
  readonly isFormShared: boolean
  /** sd of a single set, repetitions. */
  readonly repNoise: number
  /** Reserve felt: repetitions left beyond it, mean and spread; sd of one set at none left and per repetition left. */
  readonly bias: readonly [middle: number, spread: number]
  readonly feelNoise: readonly [near: number, perRep: number]
  readonly saysIn: 0.5 | 1
  /** Share of lifters who never say it. */
  readonly silent: number
  /** ln a week at first, between these; weeks until half of that is left; random steps of a week; weeks away in the middle for some. */
  readonly growth: readonly [least: number, most: number]
  readonly growthHalves: number
  readonly wander: number
  readonly away: number
  /** Seconds of rest: as advised, or the lifter's own. */
  readonly rests: 'advised' | number
  readonly ranges: readonly Range[]
}

export interface Range {
  readonly repLow: number
  readonly repHigh: number
  readonly rir: number
}

export function normal(rng: Rng): number {
  return Math.sqrt(-2 * Math.log(Math.max(1e-12, rng()))) * Math.cos(2 * Math.PI * rng())
}
const between = (rng: Rng, [low, high]: readonly [number, number]) => low + (high - low) * rng()
const around = (rng: Rng, [middle, spread]: readonly [number, number]) => middle * Math.exp(spread * normal(rng))

/** What is the same in all movements of one lifter. */
export class Person {
  readonly kind: Kind
  readonly bodyMass: number
  readonly isSilent: boolean
  readonly formSd: number
  readonly bias: number
  readonly weeksAway: number
  #form = 0

  constructor(kind: Kind, rng: Rng) {
    this.kind = kind
    this.bodyMass = between(rng, [55, 105])
    this.isSilent = rng() < kind.silent
    this.formSd = between(rng, kind.form)
    this.bias = kind.bias[0] + kind.bias[1] * normal(rng)
    this.weeksAway = rng() < kind.away ? 2 + Math.floor(rng() * 3) : 0
  }

  newForm(before: number, rng: Rng): number {
    const { formKept } = this.kind
    return formKept * before + Math.sqrt(1 - formKept ** 2) * this.formSd * normal(rng)
  }

  newDay(rng: Rng): number {
    this.#form = this.newForm(this.#form, rng)
    return this.#form
  }
}

export interface Done {
  readonly reps: number
  readonly trueRir: number
  readonly said: number
}

/** One movement of one person. */
export class Body {
  readonly #person: Person
  readonly #own: number
  readonly #cost: number
  readonly #halfLife: number
  readonly #growth: number
  #level: number
  #form = 0
  #taken = 0
  #at = 0
  #weeks = 0
  #rng: Rng = () => 0.5

  constructor(person: Person, rng: Rng) {
    const { kind } = person
    this.#person = person
    this.#own = around(rng, kind.own)
    this.#cost = around(rng, kind.cost)
    this.#halfLife = between(rng, kind.halfLife)
    this.#growth = between(rng, kind.growth)
    this.#level = Math.log(45 + 110 * rng())
  }

  /** ln of the maximum when fresh on an ordinary day. */
  get level(): number {
    return this.#level
  }

  get form(): number {
    return this.#form
  }

  beginWorkout(at: number, shared: number, rng: Rng): void {
    const { kind } = this.#person
    this.#rng = rng
    const days = this.#at === 0 ? 0 : (at - this.#at) / DAY_MS
    this.#at = at
    this.#weeks += days / 7
    this.#level += kind.wander * Math.sqrt(days / 7) * normal(rng) - (days > 14 ? 0.012 * (days / 7 - 2) : 0)
    const own = this.#person.newForm(this.#form, rng)
    this.#form = kind.isFormShared ? shared : own
    this.#taken = 0
  }

  rest(seconds: number): void {
    const { rests } = this.#person.kind
    this.#taken *= 0.5 ** ((rests === 'advised' ? seconds : rests) / this.#halfLife)
  }

  /** Repetitions to failure at a load, not whole. */
  able(load: number, { withForm = true } = {}): number {
    const { kind } = this.#person
    const isStrength = kind.tires === 'strength'
    const now = Math.exp(this.#level + (withForm ? this.#form : 0)) * (isStrength ? 1 - Math.min(0.6, this.#taken) : 1)
    let [low, high] = [-10, 60]
    while (high - low > 1e-4) {
      const middle = (low + high) / 2
      if (kind.share(middle, this.#own) * now > load) low = middle
      else high = middle
    }
    return low - (isStrength ? 0 : this.#taken)
  }

  /** The load at which so many repetitions, not whole, could be done. */
  loadFor(reps: number, { withForm = true } = {}): number {
    const { kind } = this.#person
    const isStrength = kind.tires === 'strength'
    const now = Math.exp(this.#level + (withForm ? this.#form : 0)) * (isStrength ? 1 - Math.min(0.6, this.#taken) : 1)
    return now * kind.share(reps + (isStrength ? 0 : this.#taken), this.#own)
  }

  /** Stops at `repHigh`, where the felt reserve is reached, or where nothing moves any more. */
  perform(load: number, { repHigh, rir }: Pick<Range, 'repHigh' | 'rir'>): Done {
    const { kind, bias } = this.#person
    const luck = normal(this.#rng)
    const noise = kind.repNoise * normal(this.#rng)
    const sayNoise = normal(this.#rng)
    const possible = Math.max(0, Math.floor(this.able(load) + noise))
    const feels = (left: number, by: number) =>
      left - bias * (1 - Math.exp(-left / 1.5)) + by * (kind.feelNoise[0] + kind.feelNoise[1] * left)
    let reps = 0
    while (reps < Math.min(possible, repHigh) && feels(possible - reps, luck) >= rir + 0.5) reps++
    const trueRir = possible - reps
    const said = Math.min(6, Math.max(0, Math.round(feels(trueRir, 0.8 * luck + 0.6 * sayNoise) / kind.saysIn) * kind.saysIn))
    this.#taken += this.#cost * Math.exp(-trueRir / kind.effortReps)
    const isWork = reps > 0 && trueRir <= 7
    if (isWork) this.#level += (this.#growth / 6) * 0.5 ** (this.#weeks / kind.growthHalves) * Math.exp(-Math.max(0, trueRir - 3) / 6)
    return { reps, trueRir, said: trueRir === 0 ? 0 : said }
  }
}

const plainRanges = [
  { repLow: 4, repHigh: 6, rir: 2 },
  { repLow: 6, repHigh: 8, rir: 2 },
  { repLow: 8, repHigh: 12, rir: 2 },
] as const

const ordinary: Kind = {
  share: (n, own) => 1 / (1 + (own * n) / 30),
  own: [1, 0.12],
  tires: 'strength',
  cost: [0.078, 0.35],
  effortReps: 4,
  halfLife: [1e9, 1e9],
  form: [0.012, 0.032],
  formKept: 0,
  isFormShared: false,
  repNoise: 0.45,
  bias: [0.3, 0.4],
  feelNoise: [0.4, 0.1],
  saysIn: 0.5,
  silent: 0,
  growth: [0.002, 0.012],
  growthHalves: 8,
  wander: 0,
  away: 0,
  rests: 180,
  ranges: plainRanges,
}

export const kinds: Readonly<Record<string, Kind>> = {
  /** Epley with a slope of one's own; every set takes a share of strength that no rest repays; a new form each day. */
  epley: ordinary,
  /** Brzycki; effort tires and rest repays; form that lasts; whole reserves; some weeks away. */
  brzycki: {
    ...ordinary,
    share: (n, own) => Math.max(0.05, 1 - (own * (n - 1)) / 37),
    cost: [0.29, 0.3],
    effortReps: 5,
    halfLife: [100, 250],
    formKept: 0.6,
    form: [0.02, 0.04],
    repNoise: 0.5,
    feelNoise: [0.42, 0.12],
    saysIn: 1,
    growth: [0, 0.02],
    growthHalves: 5,
    away: 0.3,
    rests: 'advised',
    ranges: [
      { repLow: 3, repHigh: 5, rir: 2 },
      { repLow: 5, repHigh: 8, rir: 2 },
      { repLow: 8, repHigh: 12, rir: 1 },
    ],
  },
  /** An exponential curve; sets cost repetitions, not strength; steady days and noisy sets; plateaus. */
  exponential: {
    ...ordinary,
    share: (n, own) => 0.45 + 0.56 * Math.exp(-0.062 * own * n),
    own: [1, 0.15],
    tires: 'repetitions',
    cost: [4.3, 0.35],
    effortReps: 6,
    halfLife: [150, 400],
    form: [0.01, 0.03],
    repNoise: 0.5,
    growth: [0, 0.006],
    growthHalves: 20,
    wander: 0.006,
    rests: 150,
  },
  /** Lombardi, moved so that few repetitions do not fall too fast; days that carry all movements; strength that wanders; some never say what is left. */
  lombardi: {
    ...ordinary,
    share: (n, own) => ((Math.max(-5, n) + 6) / 7) ** (-0.35 * own),
    own: [1, 0.15],
    cost: [0.064, 0.3],
    effortReps: 8,
    halfLife: [200, 600],
    form: [0.015, 0.03],
    isFormShared: true,
    wander: 0.008,
    growth: [0.001, 0.01],
    silent: 0.15,
  },
  /** Epley again; beginners who grow fast, then hardly; biased words; long, patient rests. */
  beginners: {
    ...ordinary,
    own: [1.05, 0.2],
    cost: [0.24, 0.3],
    effortReps: 4,
    halfLife: [90, 300],
    form: [0.01, 0.03],
    bias: [0.4, 0.4],
    repNoise: 0.45,
    feelNoise: [0.4, 0.1],
    growth: [0.015, 0.04],
    growthHalves: 2.5,
    rests: 'advised',
    ranges: [
      { repLow: 5, repHigh: 8, rir: 3 },
      { repLow: 8, repHigh: 10, rir: 2 },
      { repLow: 10, repHigh: 15, rir: 2 },
    ],
  },
}
