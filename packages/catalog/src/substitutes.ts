/** What stands in for what, and what is allowed: pure, so that a phone answers as the server does. */
export * from './allowed.ts'
export * from './likeness.ts'
export * from './likeness-words.ts'
