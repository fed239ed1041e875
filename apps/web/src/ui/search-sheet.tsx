import { useDeferredValue, useEffect, useState, type ReactNode } from 'react'
import { Field } from './field.tsx'
import { Sheet } from './sheet.tsx'

export interface Found {
  readonly id: string
  readonly name: string
  readonly note?: string
  /** Stands before the name. */
  readonly picture?: ReactNode
}

export interface SearchSheetProps {
  readonly title: string
  readonly label: string
  readonly open: boolean
  readonly onClose: () => void
  readonly search: (text: string) => Promise<readonly Found[]>
  readonly onPick: (found: Found) => void
  readonly nothing: string
  /** Above the results: "make a new one". */
  readonly extra?: ReactNode
  readonly initialText?: string
}

/** Type a few letters, tap one. Knows nothing of what is searched. */
export function SearchSheet({ title, label, open, onClose, search, onPick, nothing, extra, initialText = '' }: SearchSheetProps) {
  return (
    <Sheet title={title} open={open} onClose={onClose}>
      {open && <Search {...{ label, search, onPick, nothing, initialText, ...(extra !== undefined && { extra }) }} />}
    </Sheet>
  )
}

function Search({
  label,
  search,
  onPick,
  nothing,
  extra,
  initialText = '',
}: Pick<SearchSheetProps, 'label' | 'search' | 'onPick' | 'nothing' | 'extra' | 'initialText'>) {
  const [text, setText] = useState(initialText)
  const asked = useDeferredValue(text)
  const [found, setFound] = useState<readonly Found[] | undefined>()

  // The answer to an older question must not overwrite that to a newer one.
  useEffect(() => {
    let isCurrent = true
    void search(asked).then(
      (results) => isCurrent && setFound(results),
      () => isCurrent && setFound([]),
    )
    return () => {
      isCurrent = false
    }
  }, [asked, search])

  return (
    <div className="flex min-h-[50dvh] flex-col gap-3">
      <Field
        label={label}
        type="search"
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault() // or it would press, as well, what has the focus once this is closed
          void search(text).then(([first]) => first !== undefined && onPick(first))
        }}
        // Where there is a keyboard it is what the panel was opened for; on a phone the letters would hide the list.
        ref={(input) => void input?.toggleAttribute('autofocus', matchMedia('(pointer: fine)').matches)}
      />
      {extra}
      {found?.length === 0 && <p className="text-soft">{nothing}</p>}
      <ul className="flex flex-col gap-1">
        {found?.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              onClick={() => onPick(item)}
              className="flex min-h-12 w-full items-center gap-3 rounded-card px-2 py-2 text-left active:bg-raised"
            >
              {item.picture}
              <span className="min-w-0">
                <span className="block break-words">{item.name}</span>
                {item.note !== undefined && <span className="block text-note text-soft first-letter:uppercase">{item.note}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
