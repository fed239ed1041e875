import { FORECAST_REPS, type LoggedSet, type PlannedSet, type RepForecast } from '../lifter/sets.ts'
import { Gate } from './gate.ts'
import { emptyDay, type Habit, LATELY, type MovementHabit, movementOf, remember } from './habit.ts'
import { within } from '../numerics/bounds.ts'
import { LEVEL, SAME_SET } from './anchors.ts'
import { Recall } from './recall.ts'
import { learnResiduals, ResidualForecasts, rounded } from './residuals.ts'
import { WEIGHTS } from './weights.ts'

const LIFTER_MEMORY = 0.98
const MOVEMENT_MEMORY = 0.9
const REPS_OF_A_DAY_KEPT = 12
/** A surprise larger than this is a slip or another plan. */
const LARGEST_SURPRISE = 8
const LARGEST_FORM_SURPRISE = 4

// Room to work in, used again for every set. Of what is in it only the latest forecast outlasts a call.
const recall = new Recall()
const residuals = new ResidualForecasts()
let shipped: Gate | undefined

/** What the room holds: a set is often observed right after its forecast, and not reckoned twice then. */
interface Held {
  readonly habit: Habit
  readonly gate: Gate
  /** The habit's age: one more set makes it another habit. */
  readonly sets: number
  readonly planned: Pick<PlannedSet, 'at' | 'workoutKey' | 'load'> & { readonly key: string }
  readonly forecast: RepForecast
}
let held: Held | undefined

/** What this lifter will log at the planned load: habit, not capacity. Never for choosing a load. */
export function forecastReps(habit: Habit, planned: PlannedSet, gate = shippedGate()): RepForecast {
  return reckoned(habit, planned, gate).slice()
}

/** The habit after one more set. The habit given is the one that is changed and returned; only working sets make habit. */
export function observeHabit(habit: Habit, set: LoggedSet, gate = shippedGate()): Habit {
  if (set.kind !== 'working') return habit
  const reps = within(Math.round(set.reps), 1, FORECAST_REPS)
  const forecast = reckoned(habit, set, gate)
  held = undefined
  const movement = movementOf(habit, recall.slot)
  gate.learn(habit, recall, residuals, forecast, reps)
  learnResiduals(habit, recall, residuals, reps)
  learnTaste(habit, movement, reps)
  learnForm(habit, reps)
  recall.own.write(movement)
  remember(movement, set, reps)
  return habit
}

/** Leaves in the room what the forecast was made from. */
function reckoned(habit: Habit, set: PlannedSet, gate: Gate): RepForecast {
  const { at, workoutKey, load } = set
  const planned = { key: set.movement.key, at, workoutKey, load }
  if (held?.habit === habit && held.gate === gate && held.sets === habit.sets && isSame(held.planned, planned)) return held.forecast
  held = undefined
  recall.fill(habit, set)
  residuals.fill(habit, recall)
  held = { habit, gate, sets: habit.sets, planned, forecast: gate.forecast(habit, recall, residuals) }
  return held.forecast
}

const isSame = (a: Held['planned'], b: Held['planned']) =>
  a.key === b.key && a.at === b.at && a.workoutKey === b.workoutKey && a.load === b.load

const shippedGate = () => (shipped ??= new Gate(WEIGHTS))

/** Round numbers, how far the level is usually off, and how much there is to go by. */
function learnTaste(habit: Habit, movement: MovementHabit, reps: number): void {
  const error = Math.abs(reps - recall.anchors[LEVEL]!)
  habit.meanError = decayed(habit.meanError, error, LIFTER_MEMORY)
  movement.meanError = decayed(movement.meanError, error, MOVEMENT_MEMORY)
  habit.shareOfFives = decayed(habit.shareOfFives, reps % 5 === 0 ? 1 : 0, LIFTER_MEMORY)
  habit.shareOfEvens = decayed(habit.shareOfEvens, reps % 2 === 0 ? 1 : 0, LIFTER_MEMORY)
  habit.lastReps = reps
  habit.sets += 1
}

/** How today goes against the same sets of last time, over all movements. */
function learnForm(habit: Habit, reps: number): void {
  if (habit.workout !== recall.workout || habit.workouts === 0) {
    habit.workout = recall.workout
    habit.today = emptyDay()
    habit.workouts += 1
  }
  const form = habit.today
  if (form.slot !== recall.slot) {
    form.slot = recall.slot
    form.repsBefore = form.reps
    form.reps = []
  }
  if (form.reps.length < REPS_OF_A_DAY_KEPT) form.reps.push(reps)

  const twin = recall.sameSet
  const surprise = twin < 0 ? null : within(reps - recall.reps[twin]!, -LARGEST_SURPRISE, LARGEST_SURPRISE)
  const step = twin < 0 ? 0 : rounded(recall.logLoad - recall.logLoads[twin]!)
  habit.lately.push([reps, recall.setNumber, surprise, step, habit.workouts, recall.slot])
  if (habit.lately.length > LATELY) habit.lately.shift()
  if (twin < 0) return
  const missed = reps - recall.anchors[SAME_SET]!
  form.sets += 1
  form.surprise = rounded(form.surprise + within(missed, -LARGEST_FORM_SURPRISE, LARGEST_FORM_SURPRISE))
  if (missed === 0) form.hits += 1
}

const decayed = (mean: number, value: number, memory: number) => rounded(memory * mean + (1 - memory) * value)
