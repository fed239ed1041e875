import { useQuery } from '@tanstack/react-query'
import { BookOpen, Plus } from 'lucide-react'
import { useDeferredValue, useMemo } from 'react'
import { useRules } from '../../lib/rules.ts'
import { likedThenTrained, type Suited } from '../../lib/suited.ts'
import { useSuited } from '../../lib/use-suited.ts'
import { Link } from '../../lib/router.tsx'
import { gymsQuery, movementsQuery } from '../../lib/view/read.ts'
import { trainedMovementsQuery } from '../../lib/view/trained.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { everything, fitting, isNarrowed } from './filter.ts'
import { FilterBar } from './filter-bar.tsx'
import { useKeptFilter } from './kept-filter.ts'
import { hitText } from './hit-words.ts'
import { libraryQuery } from './library.ts'
import { beyondNames, type Hit, useMeant } from './meaning.ts'
import { MovementList, MovementRow } from './movement-list.tsx'
import { words } from './words.ts'

/** Every movement this phone knows, narrowed by words, muscles, equipment and more; all of it without a network. */
export function LibraryScreen() {
  const movements = useQuery(movementsQuery()).data
  const trained = useQuery(trainedMovementsQuery()).data
  const library = useQuery(libraryQuery()).data
  const gyms = useQuery(gymsQuery()).data
  const { favourites } = useRules()
  const suited = useSuited(undefined, true)
  const { filter, shown, setFilter, showMore } = useKeptFilter()
  const asked = useDeferredValue(filter)
  const known = useMemo(
    () =>
      movements &&
      trained &&
      library &&
      gyms && {
        movements,
        trained,
        first: likedThenTrained(trained, suited, movements.values()),
        favourites,
        details: library.details,
        gym: gyms[0],
      },
    [movements, trained, suited, favourites, library, gyms],
  )
  const found = useMemo(() => known && fitting(asked, known), [asked, known])
  const { hits, state } = useMeant(filter.text)
  const meant = useMemo(
    () => (known && found && hits.length > 0 ? beyondNames(hits, found, fitting({ ...asked, text: '' }, known)) : []),
    [hits, found, asked, known],
  )
  const missing = movements && library ? [...library.details.keys()].filter((id) => !movements.has(id)).length : 0

  return (
    <Page
      title={words.title}
      aside={
        <Link to="/library/circuits" className="inline-flex min-h-11 items-center rounded-card px-3 font-medium text-accent">
          {words.circuits}
        </Link>
      }
    >
      <Field
        label={words.search}
        type="search"
        autoComplete="off"
        placeholder={words.searchHint}
        maxLength={200}
        value={filter.text}
        onChange={(event) => setFilter({ ...filter, text: event.target.value })}
      />
      <FilterBar filter={filter} onFilter={setFilter} count={found?.length || meant.length} hasGym={gyms?.[0] !== undefined} />
      {missing > 0 && movements !== undefined && movements.size > 0 && <p className="text-note text-soft">{words.coming(missing)}</p>}
      {found !== undefined && movements?.size === 0 && <EmptyState picture={<BookOpen aria-hidden size={40} />} title={words.away} />}
      {found !== undefined && movements !== undefined && movements.size > 0 && (
        <>
          <div className="flex min-h-11 items-center justify-between gap-2">
            <p aria-live="polite" className="text-note text-soft tabular">
              {found.length === 0 && meant.length > 0 ? words.noneByName : words.count(found.length)}
            </p>
            {isNarrowed(filter) && (
              <Button look="quiet" onClick={() => setFilter(everything)}>
                {words.clear}
              </Button>
            )}
          </div>
          {found.length > 0 && <MovementList movements={found} shown={shown} onMore={showMore} noteOf={suited.noteOf} />}
          {meant.length > 0 && <ByMeaning hits={meant} noteOf={suited.noteOf} />}
          {found.length + meant.length > 0 && <MakeOne />}
          {found.length + meant.length === 0 && state === 'asking' && (
            <p aria-live="polite" className="text-note text-soft">
              {words.asking}
            </p>
          )}
          {found.length + meant.length === 0 && state !== 'asking' && (
            <EmptyState title={words.nothing} action={<MakeOne />}>
              {state === 'away' ? words.needsConnection : state === 'slow' ? words.tooSlow : words.nothingText}
            </EmptyState>
          )}
        </>
      )}
    </Page>
  )
}

/** Below what has the name, so that nothing a finger is on its way to moves. */
const ByMeaning = ({ hits, noteOf }: { readonly hits: readonly Hit[] } & Pick<Suited, 'noteOf'>) => (
  <Card title={words.byMeaning}>
    <ul className="divide-y divide-line">
      {hits.map(({ movement, reasons }) => (
        <MovementRow
          key={movement.id}
          movement={movement}
          note={[noteOf(movement), hitText(reasons)].filter(Boolean).join(' · ')}
          isNoteLong
        />
      ))}
    </ul>
  </Card>
)

const MakeOne = () => (
  <Link
    to="/library/new"
    className="flex min-h-12 items-center justify-center gap-2 rounded-card bg-raised px-4 font-medium active:brightness-95"
  >
    <Plus aria-hidden size={20} />
    {words.make}
  </Link>
)
