import { DoctorScreen } from '../features/admin/doctor-screen.tsx'
import { Proved } from '../features/settings/proved.tsx'

export const Doctor = () => <DoctorScreen Proved={Proved} />
