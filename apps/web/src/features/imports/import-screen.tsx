import type { ImportId } from '@gymgenius/domain'
import { useEffect, useEffectEvent, useState } from 'react'
import { faultText } from '../../lib/api.ts'
import { timeNow } from '../../lib/clock.ts'
import { takeSharedFile } from '../../lib/shared-file.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { ChooseFile } from './choose-file.tsx'
import { EarlierImports } from './earlier-imports.tsx'
import { ImportOutcome } from './import-outcome.tsx'
import { ImportPreview } from './import-preview.tsx'
import { DateOrderQuestion } from './date-order-question.tsx'
import { asksDateOrder, useImport, useImportActs, type FileSaid, type MovementChoices } from './use-imports.ts'
import { words } from './words.ts'

/** From a file of another app to a history here: choose, look, keep. */
export function ImportScreen() {
  const acts = useImportActs()
  const [file, setFile] = useState<File>()
  const [said, setSaid] = useState<FileSaid>({})
  const [isAsking, setAsking] = useState(false)
  const [id, setId] = useState<ImportId>()
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()
  const current = useImport(id).data

  async function attempt(act: () => Promise<unknown>) {
    setBusy(true)
    setFault(undefined)
    try {
      await act()
    } catch (error) {
      if (asksDateOrder(error)) setAsking(true)
      else setFault(faultText(error))
    } finally {
      setBusy(false)
    }
  }

  const read = (chosen: File, more: FileSaid) =>
    attempt(async () => {
      setFile(chosen)
      setSaid(more)
      setAsking(false)
      setId((await acts.preview(chosen, more)).id)
    })
  const readShared = useEffectEvent((shared: File | undefined) => void (shared !== undefined && read(shared, {})))

  // What another app shared was put aside by the service worker.
  useEffect(() => void takeSharedFile(timeNow()).then(readShared), [])

  const readAgain = (more: FileSaid) => void (file !== undefined && read(file, { ...said, ...more }))
  const keep = (choices: MovementChoices) => attempt(() => acts.commit(id!, choices))
  const startAgain = () => {
    setId(undefined)
    setFile(undefined)
    setAsking(false)
  }

  return (
    <Page title={words.title}>
      {fault !== undefined && <Notice tone="danger">{fault}</Notice>}
      {current === undefined && isAsking && (
        <DateOrderQuestion isBusy={isBusy} onOrder={(dateOrder) => readAgain({ dateOrder })} onDiscard={startAgain} />
      )}
      {current === undefined && !isAsking && (
        <>
          <ChooseFile isBusy={isBusy} onFile={(chosen) => void read(chosen, {})} />
          <EarlierImports />
        </>
      )}
      {current?.status === 'previewed' && (
        <ImportPreview
          preview={current}
          isBusy={isBusy}
          onUnit={(unit) => readAgain({ unit })}
          onKeep={(choices) => void keep(choices)}
          onDiscard={startAgain}
        />
      )}
      {current !== undefined && current.status !== 'previewed' && <ImportOutcome outcome={current} onAgain={startAgain} />}
    </Page>
  )
}
