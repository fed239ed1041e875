export { expandScheme } from './expand.ts'
export type * from './inputs.ts'
export { knownSchemes, schemeNamed } from './known/index.ts'
export type * from './scheme.ts'
