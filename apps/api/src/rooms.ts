import { accountsRoom } from './modules/accounts/index.ts'
import { auditRoom } from './modules/audit/index.ts'
import { consentsRoom } from './modules/consents/index.ts'
import { diaryRoom } from './modules/diary/index.ts'
import { alertsRoom } from './modules/alerts/index.ts'
import { doctorRoom } from './modules/doctor/index.ts'
import { equipmentRoom } from './modules/equipment/index.ts'
import { goalsRoom } from './modules/goals/index.ts'
import { importsRoom } from './modules/imports/index.ts'
import { learningRoom } from './modules/learning/index.ts'
import { loggingRoom } from './modules/logging/index.ts'
import { movementsRoom } from './modules/movements/index.ts'
import { picturesRoom } from './modules/pictures/index.ts'
import { prescriptionRoom } from './modules/prescription/index.ts'
import { privacyRoom } from './modules/privacy/index.ts'
import { programmingRoom } from './modules/programming/index.ts'
import { referenceRoom } from './modules/reference/index.ts'
import { syncRoom } from './modules/sync/index.ts'
import { trainersRoom } from './modules/trainers/index.ts'
import { houseRoom } from './platform/housekeeping.ts'
import type { Room } from './platform/room.ts'

/** The table of contents of the API. One line per room, foundations first. */
export const rooms: readonly Room[] = [
  houseRoom,
  accountsRoom,
  auditRoom,
  alertsRoom,
  equipmentRoom,
  movementsRoom,
  loggingRoom,
  diaryRoom,
  syncRoom,
  importsRoom,
  learningRoom,
  prescriptionRoom,
  goalsRoom,
  programmingRoom,
  consentsRoom,
  picturesRoom,
  trainersRoom,
  privacyRoom,
  doctorRoom,
  referenceRoom,
]
