export {
  type LoadedMovement,
  type Loading,
  loadingOf,
  type NotLoadable,
  platesAt,
  type Plated,
  type Way,
  wayTo,
  whyNot,
} from './loading.ts'
export { fewestChanges, platesAmong, type LoadedSet, type WantedSet } from './plate-changes.ts'
