import { type ImportId, MOST_IMPORT_BYTES } from '@gymgenius/domain'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { timeNow } from '../../lib/clock.ts'
import type { Sent } from '../../lib/fetch-telling.ts'
import { takeSharedFile } from '../../lib/shared-file.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { ChooseFile } from './choose-file.tsx'
import { EarlierImports } from './earlier-imports.tsx'
import { ImportOutcome } from './import-outcome.tsx'
import { ImportPreview } from './import-preview.tsx'
import { DateOrderQuestion } from './date-order-question.tsx'
import { importFault, wentAstray } from './import-fault.ts'
import { LEFT, rememberingName, takeCutOff } from './sending.ts'
import { SendingFile } from './sending-file.tsx'
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
  const [isKeeping, setKeeping] = useState(false)
  const [fault, setFault] = useState<string>()
  const [sent, setSent] = useState<Sent>()
  const [notArrived, setNotArrived] = useState<{ readonly name: string; readonly file?: File }>()
  const onItsWay = useRef<AbortController>(undefined)
  const current = useImport(id, isKeeping).data
  const isBeingKept = isKeeping && current?.status === 'previewed'

  async function attempt(act: () => Promise<unknown>) {
    setBusy(true)
    setFault(undefined)
    try {
      await act()
    } catch (error) {
      if (asksDateOrder(error)) setAsking(true)
      else setFault(importFault(error))
    } finally {
      setBusy(false)
    }
  }

  const read = (chosen: File, more: FileSaid) =>
    attempt(async () => {
      if (chosen.size > MOST_IMPORT_BYTES) return setFault(words.tooLarge(MOST_IMPORT_BYTES)) // a server that refuses it hangs up
      setFile(chosen)
      setSaid(more)
      setAsking(false)
      setNotArrived(undefined)
      setSent({ sent: 0, of: chosen.size })
      const sending = new AbortController()
      onItsWay.current = sending
      try {
        const preview = await rememberingName(chosen.name, () => acts.preview(chosen, more, { signal: sending.signal, tell: setSent }))
        setId(preview.id)
      } catch (error) {
        if (sending.signal.aborted) return // as the lifter wished
        if (!wentAstray(error)) throw error
        setNotArrived({ name: chosen.name, file: chosen })
      } finally {
        setSent(undefined)
      }
    })
  const readShared = useEffectEvent((shared: File | undefined) => void (shared !== undefined && read(shared, {})))

  // What another app shared was put aside by the service worker.
  useEffect(() => void takeSharedFile(timeNow()).then(readShared), [])
  useEffect(() => void takeCutOff().then((name) => name !== undefined && setNotArrived({ name })), [])
  useEffect(() => () => onItsWay.current?.abort(LEFT), [])

  const readAgain = (more: FileSaid) => void (file !== undefined && read(file, { ...said, ...more }))
  const keep = (choices: MovementChoices, takesSettings: boolean) => {
    setKeeping(true)
    void attempt(() => acts.commit(id!, choices, takesSettings)).finally(() => setKeeping(false))
  }
  const startAgain = () => {
    setId(undefined)
    setFile(undefined)
    setAsking(false)
  }

  return (
    <Page title={words.title}>
      {fault !== undefined && <Notice tone="danger">{fault}</Notice>}
      {sent !== undefined && <SendingFile name={file?.name ?? ''} sent={sent} onStop={() => onItsWay.current?.abort()} />}
      {sent === undefined && notArrived !== undefined && (
        <Notice
          tone="caution"
          title={words.notArrived(notArrived.name)}
          action={notArrived.file !== undefined && <Button onClick={() => void read(notArrived.file!, said)}>{words.sendAgain}</Button>}
        >
          {words.notArrivedText}
        </Notice>
      )}
      {sent === undefined && current === undefined && isAsking && (
        <DateOrderQuestion isBusy={isBusy} onOrder={(dateOrder) => readAgain({ dateOrder })} onDiscard={startAgain} />
      )}
      {sent === undefined && current === undefined && !isAsking && (
        <>
          <ChooseFile isBusy={isBusy} onFile={(chosen) => void read(chosen, {})} />
          <EarlierImports />
        </>
      )}
      {isBeingKept && <ImportOutcome outcome={{ ...current, status: 'committing' }} onAgain={startAgain} />}
      {current?.status === 'previewed' && (
        <div hidden={isBeingKept || sent !== undefined} className="flex flex-col gap-4">
          <ImportPreview preview={current} isBusy={isBusy} onUnit={(unit) => readAgain({ unit })} onKeep={keep} onDiscard={startAgain} />
        </div>
      )}
      {current !== undefined && current.status !== 'previewed' && <ImportOutcome outcome={current} onAgain={startAgain} />}
    </Page>
  )
}
