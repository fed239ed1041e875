import type { Room } from '../../platform/room.ts'
import { copyOfPicture, sweepPictures } from './pictures.service.ts'
import { pictureRoutes } from './pictures.routes.ts'

export { fileOf, forgetPictureOf, type PictureFile, picturesOf, pictureSeen } from './pictures.service.ts'
export { sendPicture } from './pictures.routes.ts'

/** What lifters look like, if they want to show it. */
export const picturesRoom: Room = {
  name: 'pictures',
  mount: pictureRoutes,
  chores: { 'pictures.sweep': { everySeconds: 86_400, run: sweepPictures } },
  personalData: { copy: copyOfPicture },
}
