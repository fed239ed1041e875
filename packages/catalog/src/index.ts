export * from './check.ts'
export * from './library.ts'
export * from './movement.ts'
export * from './names.ts'
