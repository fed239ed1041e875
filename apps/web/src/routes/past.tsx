// What was logged, as one file to fetch.
export { HistoryScreen } from '../features/history/history-screen.tsx'
export { PastWorkoutScreen } from '../features/history/past-workout-screen.tsx'
