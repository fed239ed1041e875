import { PrivacyScreen } from '../features/privacy/privacy-screen.tsx'
import { ExportButtons } from '../features/settings/export-buttons.tsx'
import { asksProof, ProofForm } from '../features/settings/proof-form.tsx'

const proving = { asksProof, Form: ProofForm }

export const Privacy = () => <PrivacyScreen exports={<ExportButtons />} proving={proving} />
