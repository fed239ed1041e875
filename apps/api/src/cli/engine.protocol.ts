import { type Instant, kg, reps, rir, rirOfRpe, seconds, evidenceKinds } from '@gymgenius/domain'
import {
  type Advice,
  createLifter,
  explain,
  type Lifter,
  type Loadable,
  type MovementFacts,
  type PlannedSet,
  type SetForecast,
} from '@gymgenius/engine'
import { z } from 'zod'
import { localInstantOf } from './engine.time.ts'

/** Bounds of what is believed of a line. Wider than a logbook's own, because files of others hold stranger things. */
const MOST = {
  loadKg: 5000,
  reps: 500,
  rir: 10,
  restSeconds: 86_400,
  bodyMassKg: 1000,
  setNumber: 1000,
  characters: 1000,
  listedLoads: 5000,
} as const

const load = z.number().min(0).max(MOST.loadKg)
const reserve = z.number().min(0).max(MOST.rir)
const name = z.string().max(MOST.characters)
const place = {
  movement: name.min(1),
  at: z.union([z.string().max(40), z.number()]),
  workout: z.union([name, z.number()]).default(''),
  set: z.number().int().min(1).max(MOST.setNumber).default(1),
  kind: z.enum(evidenceKinds).default('working'),
  bodyMassKg: z.number().positive().max(MOST.bodyMassKg).optional(),
}
const effort = { rir: reserve.nullish(), rpe: z.number().min(0).max(10).nullish() }

const loads = z
  .object({
    stepKg: z.number().positive().max(1000).optional(),
    minKg: z.number().min(0).max(1000).optional(),
    maxKg: z.number().min(0).max(1000).optional(),
    listKg: z.array(z.number().min(0).max(1000)).min(1).max(MOST.listedLoads).optional(),
  })
  .transform(({ stepKg, minKg, maxKg, listKg }, context): Loadable => {
    if (listKg !== undefined) return { list: listKg.map(kg) }
    if (stepKg !== undefined && minKg !== undefined)
      return { step: kg(stepKg), min: kg(minKg), ...(maxKg !== undefined && { max: kg(maxKg) }) }
    context.addIssue({ code: 'custom', message: 'stepKg and minKg, or listKg, are needed' })
    return z.NEVER
  })

const operations = z.discriminatedUnion('op', [
  z.object({ op: z.literal('lifter'), unit: z.enum(['kg', 'lb']).default('kg') }),
  z.object({ op: z.literal('predict'), ...place, ...effort, loadKg: load, restSeconds: z.number().min(0).max(MOST.restSeconds).nullish() }),
  z.object({
    op: z.literal('observe'),
    ...place,
    ...effort,
    loadKg: load,
    reps: z.number().min(0).max(MOST.reps),
    toFailure: z.boolean().default(false),
    restSeconds: z.number().min(0).max(MOST.restSeconds).nullish(),
  }),
  z.object({
    op: z.literal('prescribe'),
    ...place,
    target: z.object({
      repLow: z.number().int().min(1).max(100),
      repHigh: z.number().int().min(1).max(100),
      rir: reserve,
    }),
    loads: loads.default({ step: kg(2.5), min: kg(0) }),
  }),
])
type Operation = z.output<typeof operations>
type OfSet = Extract<Operation, { movement: string }>

/** What a broken line is answered with; the stream goes on behind it. */
export class BrokenLine extends Error {
  override readonly name = 'BrokenLine'
  readonly code: 'not_json' | 'not_an_object' | 'unknown_op' | 'invalid' | 'bad_time'
  constructor(code: BrokenLine['code'], message: string) {
    super(message)
    this.code = code
  }
}

/** Answers one parsed line after another. `lifter` and `observe` answer nothing. */
export function conversation(factsOf: (name: string) => MovementFacts): (said: unknown) => Readonly<Record<string, unknown>> | undefined {
  let lifter = createLifter()
  let unit: 'kg' | 'lb' = 'kg'
  let bodyMassKg: number | undefined

  const act = (asked: Operation) => {
    if (asked.op === 'lifter') {
      ;[lifter, unit, bodyMassKg] = [createLifter(), asked.unit, undefined]
      return undefined
    }
    bodyMassKg = asked.bodyMassKg ?? bodyMassKg
    const shared = { ...placeOf(asked, factsOf), bodyMass: bodyMassKg === undefined ? null : kg(bodyMassKg) }
    if (asked.op === 'prescribe') return toldAdvice(adviceFor(lifter, asked, shared), unit)
    const set: PlannedSet = { ...shared, ...liftOf(asked) }
    if (asked.op === 'predict') return toldForecast(lifter.forecast(set))
    const counted = reps(Math.round(asked.reps))
    lifter.observe({ ...set, reps: counted, toFailure: asked.toFailure })
    return undefined
  }
  return (said) => act(operationIn(said))
}

function operationIn(said: unknown): Operation {
  if (typeof said !== 'object' || said === null || Array.isArray(said)) throw new BrokenLine('not_an_object', 'A line is one JSON object')
  const read = operations.safeParse(said)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const where = issue?.path.join('.') ?? ''
  throw new BrokenLine(where === 'op' ? 'unknown_op' : 'invalid', `${where}: ${issue?.message ?? 'not understood'}`)
}

function placeOf({ movement, at, workout, set, kind }: OfSet, factsOf: (name: string) => MovementFacts) {
  const instant = typeof at === 'number' ? readable(at) : localInstantOf(at)
  if (instant === undefined) throw new BrokenLine('bad_time', `at: “${String(at)}” is no date and time`)
  return { movement: factsOf(movement), at: instant, workoutKey: String(workout), setNumber: set, kind }
}

const LAST_INSTANT = 8.64e15
const readable = (at: number) => (Math.abs(at) <= LAST_INSTANT ? (Math.trunc(at) as Instant) : undefined)

function liftOf({ loadKg, rir: left, rpe, restSeconds }: Extract<Operation, { op: 'predict' | 'observe' }>) {
  const said = left ?? (rpe === undefined || rpe === null ? null : Math.min(MOST.rir, rirOfRpe(rpe)))
  return {
    load: kg(loadKg),
    rir: said === null ? null : rir(said),
    rest: restSeconds === undefined || restSeconds === null ? null : seconds(restSeconds),
  }
}

type Shared = ReturnType<typeof placeOf> & { readonly bodyMass: PlannedSet['bodyMass'] }

function adviceFor(lifter: Lifter, { target, loads }: Extract<Operation, { op: 'prescribe' }>, shared: Shared): Advice {
  return lifter.prescribe({
    ...shared,
    repLow: reps(target.repLow),
    repHigh: reps(target.repHigh),
    rir: rir(target.rir),
    loads,
  })
}

const toldForecast = ({ probabilities, mean, quantiles, e1rm }: SetForecast) => ({
  pmf: toldProbabilities(probabilities),
  mean: told(mean),
  q: quantiles,
  e1rmKg: { mean: told(e1rm.mean), sd: told(e1rm.sd) },
})

const toldAdvice = ({ prescription, probabilities, e1rm }: Advice, unit: 'kg' | 'lb') => ({
  loadKg: prescription.load,
  repLow: prescription.repLow,
  repHigh: prescription.repHigh,
  rir: prescription.rir,
  restSeconds: prescription.rest,
  pmf: toldProbabilities(probabilities),
  confidence: prescription.confidence,
  flags: prescription.flags,
  reasons: prescription.reasons,
  explanation: explain(prescription, unit),
  e1rmKg: { mean: told(e1rm.mean), sd: told(e1rm.sd) },
})

/** Seven digits each, so that thirty of them still add up to 1 within a millionth. */
const toldProbabilities = (probabilities: Float64Array) => Array.from(probabilities, (p) => Number(p.toPrecision(7)))

const told = (value: number) => Math.round(value * 10_000) / 10_000
