/** What works on any list of movements, without the library: a phone can search and match what it holds. */
export * from './guess.ts'
export * from './match.ts'
export * from './named.ts'
export * from './reading.ts'
export * from './search.ts'
export * from './suggest.ts'
