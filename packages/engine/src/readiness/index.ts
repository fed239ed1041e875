export { readinessFrom, sorenessGroups, type RecoveryNote, type SorenessNote } from './from-diary.ts'
