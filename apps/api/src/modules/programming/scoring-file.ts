import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { defaultScoring, type ScoringConfig, type ScoringDimension, scoringDimensions } from '@gymgenius/engine/programming'
import { parse, YAMLParseError } from 'yaml'
import { z } from 'zod'
import type { Ctx } from '../../platform/context.ts'
import type { Config } from '../../platform/config.ts'

/** What is wrong, and where in the file. */
export interface ScoringFault {
  readonly path: string
  readonly message: string
}

export interface ScoringNow {
  readonly config: ScoringConfig
  readonly yaml: string
  readonly source: 'shipped' | 'file'
  readonly readAt: number
  readonly faults: readonly ScoringFault[]
}

/** One field of the file: what it means, and between what. */
export interface ScoringField {
  readonly path: string
  readonly about: string
  readonly low: number
  readonly high: number
  readonly usual: number
  readonly isWhole: boolean
}

const aboutWeights: Readonly<Record<ScoringDimension, string>> = {
  pattern_alignment: 'How much it counts that a movement is of the pattern that is wanted',
  muscle_coverage: 'How much it counts that it trains what the week still lacks',
  discipline_preference: 'How much it counts that its discipline is liked',
  compound_bonus: 'How much it counts that it trains much at once',
  specialisation: 'How much it counts that it trains what is to be brought up',
  goal_alignment: 'How much it counts that it serves the goals',
  time_utilisation: 'How much it counts that it gives much for its time',
}

export const scoringFields: readonly ScoringField[] = [
  {
    path: 'version',
    about: 'The number of this version; each has a new one',
    low: 1,
    high: 1_000_000,
    usual: defaultScoring.version,
    isWhole: true,
  },
  ...scoringDimensions.map((dimension) => ({
    path: `weights.${dimension}`,
    about: aboutWeights[dimension],
    low: 0,
    high: 100,
    usual: defaultScoring.weights[dimension],
    isWhole: false,
  })),
  {
    path: 'goalModifier',
    about: 'What a movement of the goal’s own kind is multiplied by: olympic lifts for explosiveness, jumps for speed',
    low: 1,
    high: 5,
    usual: defaultScoring.goalModifier,
    isWhole: false,
  },
  {
    path: 'relaxedDiscipline',
    about: 'What is left of the weight of the discipline once a search has had to give way',
    low: 0,
    high: 1,
    usual: defaultScoring.relaxedDiscipline,
    isWhole: false,
  },
  {
    path: 'repetitionCost',
    about: 'Taken off the worth of a movement for each time it stands in the microcycle already',
    low: 0,
    high: 1000,
    usual: defaultScoring.repetitionCost,
    isWhole: false,
  },
  {
    path: 'chance',
    about: 'How far chance, by the seed, lifts one of two equals',
    low: 0,
    high: 50,
    usual: defaultScoring.chance,
    isWhole: false,
  },
]

const bound = (path: string) => {
  const { low, high, isWhole } = scoringFields.find((field) => field.path === path)!
  const number = z.number({ error: 'Must be a number' }).min(low, `At least ${low}`).max(high, `At most ${high}`)
  return isWhole ? number.refine(Number.isInteger, 'Must be a whole number') : number
}

const schema: z.ZodType<ScoringConfig> = z.strictObject({
  version: bound('version'),
  weights: z
    .strictObject(
      Object.fromEntries(scoringDimensions.map((dimension) => [dimension, bound(`weights.${dimension}`)])) as Record<
        ScoringDimension,
        z.ZodNumber
      >,
    )
    .refine((weights) => Object.values(weights).some((weight) => weight > 0), 'One of them has to be more than 0'),
  goalModifier: bound('goalModifier'),
  relaxedDiscipline: bound('relaxedDiscipline'),
  repetitionCost: bound('repetitionCost'),
  chance: bound('chance'),
})

/** Reads a scoring file; a fault for each thing that is wrong with it. */
export function readScoring(yaml: string): { readonly config: ScoringConfig } | { readonly faults: readonly ScoringFault[] } {
  let value: unknown
  try {
    value = parse(yaml, { maxAliasCount: 0, uniqueKeys: true })
  } catch (error) {
    if (!(error instanceof YAMLParseError || error instanceof ReferenceError)) throw error
    return { faults: [{ path: '', message: error.message.split('\n')[0]! }] }
  }
  const read = schema.safeParse(value)
  if (read.success) return { config: read.data }
  return { faults: read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) }
}

/** The shipped scoring as a file, with what each line means. */
export function shippedYaml(): string {
  const lines = scoringFields.map(({ path, about, usual }) => {
    const name = path.split('.').at(-1)!
    return path.startsWith('weights.') ? `  ${name}: ${usual} # ${about}` : `${name}: ${usual} # ${about}`
  })
  const [version, ...rest] = lines
  const weights = rest.filter((line) => line.startsWith('  '))
  return [version, 'weights:', ...weights, ...rest.filter((line) => !line.startsWith('  ')), ''].join('\n')
}

const shipped: ScoringNow = { config: defaultScoring, yaml: shippedYaml(), source: 'shipped', readAt: 0, faults: [] }

interface Kept {
  readonly modified: number
  readonly now: ScoringNow
}
const known = new WeakMap<Config, Kept>()

const folderOf = ({ config }: Pick<Ctx, 'config'>) => join(config.environment.DATA_DIR, 'scoring')
const fileOf = (ctx: Pick<Ctx, 'config'>) => join(folderOf(ctx), 'scoring.yaml')

/**
 * By which weights movements are judged now: the file in the data folder, where there is one. It is looked at each time and read when it changed;
 * one with a fault changes nothing, and says so, until it is mended.
 */
export function scoringNow(ctx: Pick<Ctx, 'config' | 'clock' | 'log'>): ScoringNow {
  const modified = statSync(fileOf(ctx), { throwIfNoEntry: false })?.mtimeMs
  const before = known.get(ctx.config)
  if (modified === undefined) return shipped
  if (before?.modified === modified) return before.now
  const yaml = readFileSync(fileOf(ctx), 'utf8')
  const read = readScoring(yaml)
  const readAt = ctx.clock.now()
  const now: ScoringNow =
    'config' in read
      ? { config: read.config, yaml, source: 'file', readAt, faults: [] }
      : { ...(before?.now ?? shipped), readAt, faults: read.faults }
  if ('faults' in read) ctx.log.warn({ faults: read.faults }, 'the scoring file has faults and is not used')
  known.set(ctx.config, { modified, now })
  return now
}

/** Reads the file anew, whether it seems changed or not. */
export function reloadedScoring(ctx: Pick<Ctx, 'config' | 'clock' | 'log'>): ScoringNow {
  const before = known.get(ctx.config)
  if (before !== undefined) known.set(ctx.config, { ...before, modified: -1 })
  return scoringNow(ctx)
}

/** Puts a version in place, whole or not at all, and keeps a copy under its number. */
export function writeScoring(ctx: Pick<Ctx, 'config' | 'clock' | 'log'>, yaml: string, version: number): ScoringNow {
  mkdirSync(folderOf(ctx), { recursive: true })
  writeFileSync(join(folderOf(ctx), `scoring.v${version}.yaml`), yaml)
  const beside = `${fileOf(ctx)}.new`
  writeFileSync(beside, yaml)
  renameSync(beside, fileOf(ctx))
  return reloadedScoring(ctx)
}

/** Numbers of the versions that were put in place, newest first. */
export function scoringVersions(ctx: Pick<Ctx, 'config'>): number[] {
  if (!existsSync(folderOf(ctx))) return []
  return readdirSync(folderOf(ctx))
    .flatMap((name) => {
      const number = /^scoring\.v(\d+)\.yaml$/.exec(name)?.[1]
      return number === undefined ? [] : [Number(number)]
    })
    .sort((a, b) => b - a)
}

export const hashOf = (config: ScoringConfig) => createHash('sha256').update(JSON.stringify(config)).digest('hex').slice(0, 16)
