import type { ReportCard } from '@gymgenius/engine/report'
import { Download, Share2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useSettings } from '../../lib/settings.ts'
import { isPhoneApp, serverAddress } from '../../lib/server.ts'
import { Button } from '../../ui/button.tsx'
import { Field, Switch } from '../../ui/field.tsx'
import { useLoadText, useWholeLoadText } from '../../ui/load.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { drawPicture, PICTURE, type Picture } from './draw-picture.ts'
import { pictureOf } from './picture.ts'
import { words } from './words.ts'

interface Props {
  readonly card: ReportCard
  readonly nameOf: (key: string) => string
  readonly open: boolean
  readonly onClose: () => void
}

const FILE_NAME = 'report-card.png'

/** A picture of the report, made on this phone. What tells who it is of is left out until it is asked for. */
export function ShareSheet({ open, onClose, ...of }: Props) {
  return (
    <Sheet title={words.shareTitle} open={open} onClose={onClose}>
      <Shared {...of} />
    </Sheet>
  )
}

function Shared({ card, nameOf }: Pick<Props, 'card' | 'nameOf'>) {
  const { bodyMassKg } = useSettings()
  const [loadText, wholeText] = [useLoadText(), useWholeLoadText()]
  const [hasLoads, setLoads] = useState(true)
  const [hasName, setHasName] = useState(false)
  const [name, setName] = useState('')
  const [hasBody, setBody] = useState(false)
  const [hasNote, setHasNote] = useState(false)
  const [note, setNote] = useState('')
  const [isFailed, setFailed] = useState(false)
  const canvas = useRef<HTMLCanvasElement>(null)
  const picture: Picture = pictureOf(card, {
    nameOf,
    loadText: wholeText,
    hasLoads,
    name: hasName ? name.trim() : '',
    bodyWeight: hasBody && bodyMassKg !== undefined ? loadText(bodyMassKg) : '',
    note: hasNote ? note.trim() : '',
  })

  // A canvas is drawn on, which React cannot describe.
  useEffect(() => {
    if (canvas.current !== null) drawPicture(canvas.current, picture)
  })

  async function give(how: (file: File) => Promise<void> | void) {
    setFailed(false)
    try {
      await how(await fileOf(canvas.current!))
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) setFailed(true) // closing the share sheet is no fault
    }
  }
  return (
    <div className="flex flex-col gap-3">
      <figure className="m-0">
        <canvas
          aria-hidden
          ref={canvas}
          width={PICTURE.width}
          height={PICTURE.height}
          className="mx-auto block max-h-[46dvh] w-auto max-w-full rounded-card ring-1 ring-line"
        />
        <figcaption className="sr-only">{`${words.picture}: ${picture.spoken}`}</figcaption>
      </figure>
      <p className="text-note text-soft">{words.shareText}</p>
      <Switch label={words.shareLoads} checked={hasLoads} onChange={setLoads} />
      <Switch label={words.shareName} checked={hasName} onChange={setHasName} />
      {hasName && <Field label={words.shareNameLabel} value={name} maxLength={40} onChange={(event) => setName(event.target.value)} />}
      {bodyMassKg !== undefined && <Switch label={words.shareBody} checked={hasBody} onChange={setBody} />}
      <Switch label={words.shareNote} checked={hasNote} onChange={setHasNote} />
      {hasNote && <Field label={words.shareNoteLabel} value={note} maxLength={80} onChange={(event) => setNote(event.target.value)} />}
      {isFailed && <Notice tone="danger">{words.shareFailed}</Notice>}
      {canShareFiles() && (
        <Button
          look="primary"
          big
          icon={<Share2 aria-hidden size={20} />}
          onClick={() => void give((file) => navigator.share({ files: [file] }))}
        >
          {words.shareNow}
        </Button>
      )}
      {isPhoneApp() ? (
        !canShareFiles() && <Notice>{words.shareElsewhere(serverAddress() ?? '')}</Notice>
      ) : (
        <Button
          look={canShareFiles() ? 'secondary' : 'primary'}
          big={!canShareFiles()}
          icon={<Download aria-hidden size={20} />}
          onClick={() => void give(download)}
        >
          {words.download}
        </Button>
      )}
    </div>
  )
}

const canShareFiles = () =>
  typeof navigator.canShare === 'function' && navigator.canShare({ files: [new File([''], FILE_NAME, { type: 'image/png' })] })

const fileOf = (canvas: HTMLCanvasElement) =>
  new Promise<File>((resolve, reject) =>
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('no picture'))
      else resolve(new File([blob], FILE_NAME, { type: 'image/png' }))
    }, 'image/png'),
  )

function download(file: File) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
