import { AccountsScreen } from '../features/admin/accounts-screen.tsx'
import { Proved } from '../features/settings/proved.tsx'

export const Accounts = () => <AccountsScreen Proved={Proved} />
