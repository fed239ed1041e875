import { useRestAlarm } from './use-rest.ts'

/** Shows nothing; rings at the end of a rest while the app is open, whatever screen that is. */
export function RestAlarmBell() {
  useRestAlarm()
  return null
}
