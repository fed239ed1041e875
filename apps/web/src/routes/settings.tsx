import { SettingsScreen } from '../features/settings/settings-screen.tsx'
import { SignOut } from '../features/sync/sign-out.tsx'

export const Settings = () => <SettingsScreen signOut={<SignOut />} />
