// Who sees what, from every side, as one file.
export { AuditScreen } from '../features/admin/audit-screen.tsx'
export { AthleteScreen } from '../features/trainers/athlete-screen.tsx'
export { AthletesScreen } from '../features/trainers/athletes-screen.tsx'
export { Accounts } from './accounts.tsx'
export { Doctor } from './doctor.tsx'
export { Privacy } from './privacy.tsx'
