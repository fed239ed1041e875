import { RestAlertCard } from '../features/logging/rest-alert-card.tsx'
import { PainsCard } from '../features/rules/pains-card.tsx'
import { endRest } from '../features/logging/use-rest.ts'
import { SettingsScreen } from '../features/settings/settings-screen.tsx'
import { SignOut } from '../features/sync/sign-out.tsx'

export const Settings = () => <SettingsScreen rest={<RestAlertCard />} pains={<PainsCard />} signOut={<SignOut onLeave={endRest} />} />
