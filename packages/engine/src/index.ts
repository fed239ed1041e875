export type * from './prescription/snapshot.ts'
