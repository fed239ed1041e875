import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { canUsePasskeys, isCancelled, showPasskey } from '../../lib/passkeys.ts'
import { Problem } from '../../lib/problem.ts'
import { providerLinksQuery } from '../../lib/providers.ts'
import { SubmitForm } from '../../lib/submit-form.tsx'
import { Field } from '../../ui/field.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { passkeyWords } from './passkey-words.ts'
import { ProviderProof } from './provider-proof.tsx'
import { words } from './second-factor-words.ts'

/** Whether the server wants to see again who this is before it does what was asked. */
export const asksProof = (error: unknown): boolean => error instanceof Problem && error.code === 'auth.proof_required'

/** Asks for the password, and the code where a second factor is on; then goes on with what was asked for. */
export function ProofForm({ withCode, onProved }: { readonly withCode: boolean; readonly onProved: () => Promise<void> }) {
  const passkeys = useQuery({ queryKey: ['passkeys'], queryFn: () => call('GET /v1/auth/passkeys', {}) })
  const links = useQuery(providerLinksQuery)
  const hasPassword = links.data?.hasPassword !== false
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')

  async function prove() {
    await call('POST /v1/auth/step-up', { body: { password, ...(withCode && { code }) } })
    await onProved()
  }

  async function proveByPasskey() {
    try {
      await call('POST /v1/auth/step-up/passkey', { body: await showPasskey() })
    } catch (error) {
      if (!isCancelled(error)) throw error
      return
    }
    await onProved()
  }

  const codeField = withCode && (
    <Field
      label={words.anyCode}
      name="code"
      hint={words.anyCodeHint}
      required
      autoComplete="one-time-code"
      autoCapitalize="none"
      value={code}
      onChange={(event) => setCode(event.target.value)}
    />
  )
  return (
    <div className="flex flex-col gap-4">
      {hasPassword ? (
        <SubmitForm submit={words.goOn} act={prove}>
          <p>{words.proveWhy}</p>
          <PasswordField label={words.password} name="password" value={password} onChange={setPassword} />
          {codeField}
        </SubmitForm>
      ) : (
        <>
          <p>{words.proveWhyElse}</p>
          {codeField}
        </>
      )}
      {passkeys.data !== undefined && passkeys.data.items.length > 0 && canUsePasskeys() && (
        <SubmitForm submit={passkeyWords.instead} act={proveByPasskey} />
      )}
      <ProviderProof links={links.data?.items ?? []} isOnly={!hasPassword} code={withCode ? code : undefined} />
    </div>
  )
}
