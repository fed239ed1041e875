import type { Api } from '@gymgenius/contracts'
import { useState } from 'react'
import { renderSVG } from 'uqr'
import { call } from '../../lib/api.ts'
import { SubmitForm } from '../../lib/submit-form.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Proved } from './proved.tsx'
import { words } from './second-factor-words.ts'

type State = Api['GET /v1/auth/2fa']['reply']
type Introduction = Api['POST /v1/auth/2fa/enable']['reply']

/** One sheet through all of it: what it is, the secret, the first code, the backup codes. */
export function SecondFactorSteps({ state, onDone }: { readonly state: State; readonly onDone: () => void }) {
  const toast = useToast()
  const [introduction, setIntroduction] = useState<Introduction>()
  const [codes, setCodes] = useState<readonly string[]>()

  const begin = async () => setIntroduction(await call('POST /v1/auth/2fa/enable', {}))
  const renew = async () => setCodes((await call('POST /v1/auth/2fa/backup-codes', {})).backupCodes)
  async function turnOff() {
    await call('POST /v1/auth/2fa/disable', {})
    toast({ text: words.isOff })
    onDone()
  }

  if (codes !== undefined) return <BackupCodes codes={codes} onDone={onDone} />
  if (introduction !== undefined) return <FirstCode introduction={introduction} onVerified={setCodes} />
  return (
    <Proved>
      {(proved) =>
        state.isOn ? (
          <div className="flex flex-col gap-4">
            <p>{words.left(state.backupCodesLeft)}</p>
            <SubmitForm submit={words.newCodes} act={proved(renew)} />
            <SubmitForm submit={words.turnOff} act={proved(turnOff)} />
          </div>
        ) : (
          <SubmitForm submit={words.begin} act={proved(begin)}>
            <p>{words.why}</p>
          </SubmitForm>
        )
      }
    </Proved>
  )
}

function FirstCode({
  introduction: { secret, uri },
  onVerified,
}: {
  readonly introduction: Introduction
  readonly onVerified: (codes: readonly string[]) => void
}) {
  const [code, setCode] = useState('')
  return (
    <SubmitForm
      submit={words.verify}
      act={async () => onVerified((await call('POST /v1/auth/2fa/verify', { body: { code } })).backupCodes)}
    >
      <p>{words.scan}</p>
      <img alt={words.qr} src={`data:image/svg+xml,${encodeURIComponent(renderSVG(uri, { border: 2 }))}`} className="mx-auto size-52" />
      <p>
        <span className="block text-note font-medium">{words.secret}</span>
        <code className="break-all select-all">{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <Field
        label={words.code}
        name="code"
        required
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
    </SubmitForm>
  )
}

function BackupCodes({ codes, onDone }: { readonly codes: readonly string[]; readonly onDone: () => void }) {
  const toast = useToast()
  async function copy() {
    await navigator.clipboard.writeText(codes.join('\n'))
    toast({ text: words.copied })
  }
  return (
    <div className="flex flex-col gap-4">
      <p>{words.keep}</p>
      <ul className="grid gap-1 font-mono select-all">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      {'clipboard' in navigator && <Button onClick={() => void copy()}>{words.copy}</Button>}
      <Button look="primary" big onClick={onDone}>
        {words.done}
      </Button>
    </div>
  )
}
