import { meaningsOf } from './columns.ts'

/** The columns of Hevy, which are English whatever the app speaks. */
export const hevyWords = meaningsOf({
  workout: 'title',
  date: 'start_time',
  end: 'end_time',
  workoutNote: 'description',
  exercise: 'exercise_title',
  superset: 'superset_id',
  exerciseNote: 'exercise_notes',
  order: 'set_index',
  setType: 'set_type',
  load: 'weight',
  reps: 'reps',
  distance: 'distance',
  seconds: 'duration_seconds|duration',
  rpe: 'rpe',
  // Our own CSV has these columns of Hevy's, and some more.
  rir: 'rir',
  restSeconds: 'rest_seconds',
  setAt: 'performed_at',
  ourKind: 'set_kind',
  parts: 'parts',
  tempo: 'tempo',
})
