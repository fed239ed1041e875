/** What stands beside the load of a set, and after it: fetched with the first paint, kept by the service worker. */
export { IntervalBand } from './interval-band.tsx'
export { PlatesLine } from './plates-line.tsx'
export { RestBar } from './rest-bar.tsx'
export { Standing } from './standing.ts'
