import { useQuery, useQueryClient } from '@tanstack/react-query'
import { FolderOpen } from 'lucide-react'
import { useRef, useState } from 'react'
import { call, faultText } from '../../../lib/api.ts'
import { newId } from '../../../lib/ids.ts'
import { Problem } from '../../../lib/problem.ts'
import { useNavigate } from '../../../lib/router.tsx'
import { gymsQuery } from '../../../lib/view/read.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { PROGRAMS, SCHEMES } from '../keys.ts'
import { gymAt, placeOf } from '../making/answers.ts'
import { PlaceChoice } from '../making/place-choice.tsx'
import { forgetText, keepText, keptText } from './kept-text.ts'
import { placeInText, type TextProblem } from './place-in-text.ts'
import { textWords as words } from './words.ts'

/** As the server takes it. */
const LONGEST = 400_000
const EXAMPLE = 'novice-linear'

/** Makes a program of a text: pasted, opened, or changed here. */
export function FromTextScreen() {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const area = useRef<HTMLTextAreaElement>(null)
  const gyms = useQuery(gymsQuery()).data ?? []
  const [text, setText] = useState(keptText)
  const [said, setPlace] = useState<string>()
  const [problems, setProblems] = useState<readonly TextProblem[]>([])
  const [fault, setFault] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const place = placeOf(said, { gyms })

  function become(changed: string) {
    setText(changed)
    keepText(changed)
    setFault(changed.length > LONGEST ? words.tooLong : undefined)
  }
  async function make() {
    setBusy(true)
    setFault(undefined)
    setProblems([])
    try {
      const id = newId<'program'>()
      await call('POST /v1/programs/text', { body: { id, text, gym: gymAt(place) } })
      forgetText()
      await queries.invalidateQueries({ queryKey: PROGRAMS })
      await navigate({ to: '/programs/$programId', params: { programId: id } })
    } catch (error) {
      const unread = error instanceof Problem && error.code === 'programming.unreadable_text' ? error.facts['problems'] : undefined
      if (unread === undefined) setFault(faultText(error))
      else setProblems((unread as readonly TextProblem[]).toSorted((a, b) => a.line - b.line || a.column - b.column))
      setBusy(false)
    }
  }
  function goTo(problem: TextProblem) {
    const at = placeInText(text, problem)
    area.current?.focus()
    area.current?.setSelectionRange(at, at)
  }

  return (
    <Page
      title={words.fromTitle}
      action={
        <Button look="primary" big busy={isBusy} disabled={text.trim() === '' || text.length > LONGEST} onClick={() => void make()}>
          {words.make}
        </Button>
      }
    >
      <p className="text-soft">{words.fromIntro}</p>
      <Sources
        isEmpty={text.trim() === ''}
        onText={become}
        onExample={(example) => area.current?.value.trim() === '' && become(example)} // what was written while it came stays
        onFault={setFault}
      />
      {fault !== undefined && <Notice tone="danger">{fault}</Notice>}
      {problems.length > 0 && (
        <Notice tone="danger" title={words.unreadable}>
          <ul>
            {problems.map((problem) => (
              <li key={`${problem.line} ${problem.column} ${problem.expected}`}>
                <button type="button" className="block min-h-11 text-left text-accent underline" onClick={() => goTo(problem)}>
                  {words.at(problem.line, problem.column)}
                </button>
                <span lang="en" className="-mt-2 mb-2 block">
                  {words.expected(problem.expected)}
                </span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <textarea
        ref={area}
        lang="en"
        aria-label={words.text}
        aria-invalid={problems.length > 0 || undefined}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        value={text}
        onChange={(event) => become(event.target.value)}
        className="min-h-96 w-full flex-1 rounded-card border border-control bg-ground p-3 font-mono text-small"
      />
      <Card>
        <PlaceChoice gyms={gyms} place={place} onChange={setPlace} />
      </Card>
    </Page>
  )
}

/** A file, or a program to begin from. */
function Sources({
  isEmpty,
  onText,
  onExample,
  onFault,
}: {
  readonly isEmpty: boolean
  readonly onText: (text: string) => void
  readonly onExample: (text: string) => void
  readonly onFault: (fault: string) => void
}) {
  const queries = useQueryClient()
  const showExample = () =>
    queries
      .fetchQuery({
        queryKey: [...SCHEMES, EXAMPLE],
        queryFn: () => call('GET /v1/schemes/{slug}', { params: { slug: EXAMPLE } }),
        staleTime: Infinity,
      })
      .then(
        ({ text }) => onExample(text),
        (error: unknown) => onFault(faultText(error)),
      )
  return (
    <div className="flex flex-wrap gap-2">
      <label className="relative inline-flex min-h-11 items-center gap-2 rounded-card bg-raised px-4 font-medium has-focus-visible:outline-3 has-focus-visible:outline-accent">
        <FolderOpen aria-hidden size={20} />
        {words.open}
        <input
          type="file"
          accept=".yaml,.yml,.txt,text/yaml,text/plain"
          className="absolute inset-0 cursor-pointer opacity-0"
          onChange={(event) => {
            const [file] = event.target.files ?? []
            event.target.value = ''
            if (file === undefined) return
            if (file.size > LONGEST) onFault(words.tooLong)
            else void file.text().then(onText)
          }}
        />
      </label>
      {isEmpty && <Button onClick={() => void showExample()}>{words.example}</Button>}
    </div>
  )
}
