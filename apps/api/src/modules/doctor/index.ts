import type { Room } from '../../platform/room.ts'
import { doctorRoutes } from './doctor.routes.ts'

export { examine } from './doctor.service.ts'
export { lookAtReplica } from './outside.ts'

/** It answers: what is wrong with this server, and how is it mended? */
export const doctorRoom: Room = {
  name: 'doctor',
  mount: doctorRoutes,
}
