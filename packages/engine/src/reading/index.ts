export { keptFrom, type KeptLifter, type KeptParts, newLifter, partsOf } from './kept-lifter.ts'
export { strengthsOf } from '../capacity/strengths.ts'
export { type Foretold, type ReadSet, readSet } from './read-set.ts'
