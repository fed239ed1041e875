export { inBoth, inLog, type Fault, type FaultPort } from './faults.ts'
export { dsnRefusal } from './dsn.ts'
