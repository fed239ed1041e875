import * as contracts from '@gymgenius/contracts'
import type { Endpoint } from '@gymgenius/contracts'

/** Every endpoint that the contracts promise, in the order of their paths. */
export const promisedEndpoints: readonly Endpoint[] = Object.values(contracts)
  .filter((value): value is Endpoint & typeof value => typeof value === 'object' && 'path' in value && 'access' in value)
  .sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method))
