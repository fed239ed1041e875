import type { Room } from '../../platform/room.ts'
import { docsRoutes } from './docs.routes.ts'

export { openApiOf } from './openapi.ts'
export { promisedEndpoints } from './promised.ts'

/** It answers: what does this API speak? */
export const referenceRoom: Room = {
  name: 'reference',
  mount: docsRoutes,
}
