import { Sheet } from '../../ui/sheet.tsx'
import { buttonOf } from './keys.ts'
import { keysWords as words } from './keys-words.ts'

/** Each line: the keys, what is drawn on them, what they do. */
const lines = [
  { keys: ['Enter'], caps: ['↵ Enter'], text: words.enter },
  { keys: ['ArrowUp', 'ArrowDown'], caps: ['↑', '↓'], text: words.load },
  { keys: ['ArrowRight', 'ArrowLeft'], caps: ['→', '←'], text: words.reps },
  { keys: ['0'], caps: ['0', '…', '4'], text: words.reserve },
  { keys: ['t'], caps: ['T'], text: words.clock },
  { keys: ['e'], caps: ['E'], text: words.over },
  { keys: ['s'], caps: ['S'], text: words.skipRest },
  { keys: ['+', '-'], caps: ['+', '−'], text: words.rest },
  { keys: ['n'], caps: ['N'], text: words.next },
  { keys: ['p'], caps: ['P'], text: words.before },
  { keys: ['a'], caps: ['A'], text: words.add },
  { keys: ['m'], caps: ['M'], text: words.movements },
  { keys: ['x'], caps: ['X'], text: words.swap },
  { keys: ['h'], caps: ['H'], text: words.history },
  { keys: ['y'], caps: ['Y'], text: words.why },
  { keys: ['o'], caps: ['O'], text: words.options },
  { keys: ['f'], caps: ['F'], text: words.finish },
  { keys: ['?'], caps: ['?'], text: words.list },
] as const

/** What keys do here. Only those that do something just now. */
export function KeysSheet({ onClose }: { readonly onClose: () => void }) {
  const now = lines.filter(({ keys }) => keys.some((key) => buttonOf(key) !== null))
  return (
    <Sheet title={words.title} open onClose={onClose}>
      <dl className="divide-y divide-line">
        {now.map(({ caps, text }) => (
          <div key={text} className="flex min-h-11 items-center justify-between gap-4">
            <dd>{text}</dd>
            <dt className="flex shrink-0 gap-1">
              {caps.map((cap) => (
                <kbd key={cap} className="min-w-8 rounded-lg bg-raised px-2 py-1 text-center font-sans text-note font-semibold">
                  {cap}
                </kbd>
              ))}
            </dt>
          </div>
        ))}
      </dl>
    </Sheet>
  )
}
