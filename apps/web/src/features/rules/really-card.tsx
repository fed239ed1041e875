import { nameSuggester } from '@gymgenius/catalog/names'
import type { Movement } from '@gymgenius/contracts'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { call, faultText } from '../../lib/api.ts'
import { syncNow } from '../../lib/logbook.ts'
import { MovementPicker } from '../../lib/movement-picker.tsx'
import { navigate } from '../../lib/router.tsx'
import { refreshRules } from '../../lib/rules.ts'
import { movementsQuery } from '../../lib/view/read.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { useToast } from '../../ui/toast.tsx'
import { words } from './words.ts'

const OFFERED = 3

/** For a movement of the lifter's own: which one of the library it is, with what it might be, and the way back. */
export function ReallyCard({ movement }: { readonly movement: Movement }) {
  const movements = useQuery(movementsQuery()).data
  const toast = useToast()
  const [isAsked, setIsAsked] = useState(false)
  const offered = useMemo(() => {
    const others = [...(movements?.values() ?? [])].filter(({ id }) => id !== movement.id)
    return nameSuggester(others)(movement.name, OFFERED)
  }, [movements, movement])

  const undo = () => {
    call('DELETE /v1/movements/{id}/merge', { params: { id: movement.id } })
      .then(syncNow)
      .then(refreshRules)
      .catch((error: unknown) => toast({ text: faultText(error) }))
  }
  const merge = async (into: Movement) => {
    try {
      const { sets } = await call('POST /v1/movements/{id}/merge', { params: { id: movement.id }, body: { into: into.id } })
      toast({ text: words.merged(sets, into.name), action: { text: words.undo, run: undo } })
      await syncNow().catch(() => undefined)
      await refreshRules().catch(() => undefined)
      await navigate({ to: '/progress/$movementId', params: { movementId: into.id }, replace: true })
    } catch (error) {
      toast({ text: faultText(error) })
    }
  }

  if (!movement.isCustom) return null
  return (
    <Card title={words.really}>
      <p className="mb-3 text-note text-soft">{words.reallyText}</p>
      <div className="flex flex-col gap-2">
        {offered.map(({ movement: into, confidence }) => (
          <Button key={into.id} aria-label={words.merge(movement.name, into.name)} onClick={() => void merge(into)}>
            {into.name} <span className="text-note font-normal text-soft">{words.suggested(confidence)}</span>
          </Button>
        ))}
        <Button look="quiet" onClick={() => setIsAsked(true)}>
          {words.other}
        </Button>
      </div>
      {isAsked && (
        <MovementPicker
          title={words.reallyTitle(movement.name)}
          insteadOf={movement}
          onClose={() => setIsAsked(false)}
          onPick={(into) => {
            setIsAsked(false)
            void merge(into)
          }}
        />
      )}
    </Card>
  )
}
