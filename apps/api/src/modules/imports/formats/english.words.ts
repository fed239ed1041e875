import { meaningsOf } from './columns.ts'

/** The columns of apps whose exports are English whatever the app speaks. */

/** Android writes one weight and its unit, or the unit in the header; iOS two weights, one of them filled, and the kind. */
export const fitnotesWords = meaningsOf({
  date: 'Date',
  exercise: 'Exercise',
  category: 'Category',
  load: 'Weight',
  loadUnit: 'Weight Unit',
  reps: 'Reps',
  distance: 'Distance',
  distanceUnit: 'Distance Unit',
  seconds: 'Time',
  note: 'Comment|Comments|Notes',
  setType: 'Kind',
})

export const fitbodWords = meaningsOf({
  date: 'Date',
  exercise: 'Exercise',
  sets: 'Sets',
  reps: 'Reps',
  load: 'Weight',
  seconds: 'Duration(s)|Duration',
  distance: 'Distance',
  warmUp: 'isWarmup',
  note: 'Note',
  multiplier: 'multiplier',
})

export const liftosaurWords = meaningsOf({
  date: 'Workout DateTime',
  workoutNumber: 'Program',
  workout: 'Day Name',
  exercise: 'Exercise',
  warmUp: 'Is Warmup Set?',
  reps: 'Completed Reps',
  rpe: 'Completed RPE',
  load: 'Completed Weight Value',
  loadUnit: 'Completed Weight Unit',
  setAt: 'Completed Reps Time',
  note: 'Notes',
})

export const strongliftsWords = meaningsOf({
  date: 'Date (yyyy/mm/dd)|Date',
  workoutNumber: 'Workout',
  workout: 'Workout Name',
  exercise: 'Exercise',
  setPattern: 'Sets×Reps',
  workoutDuration: 'Duration (hours)',
  start: 'Start Time (h:mm)|Start Time',
  end: 'End Time (h:mm)|End Time',
  workoutNote: 'Notes',
})
