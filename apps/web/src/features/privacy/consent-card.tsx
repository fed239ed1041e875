import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call, faultText } from '../../lib/api.ts'
import { dateText } from '../../lib/dates.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Asked } from './asked.tsx'
import { words } from './words.ts'

/** What was agreed to, and the way back. */
export function ConsentCard() {
  const queries = useQueryClient()
  const toast = useToast()
  const consents = useQuery({ queryKey: ['consents'], queryFn: () => call('GET /v1/consents', {}) })

  async function withdraw() {
    try {
      await call('DELETE /v1/consents', { query: { purpose: 'trainer_sharing' } })
      await Promise.all([queries.invalidateQueries({ queryKey: ['consents'] }), queries.invalidateQueries({ queryKey: ['grants'] })])
    } catch (error) {
      toast({ text: faultText(error) })
    }
  }

  return (
    <Card title={words.consent}>
      <Asked query={consents}>
        {({ items }) => {
          const standing = items.find(({ withdrawnAt }) => withdrawnAt === undefined)
          if (standing === undefined) return <p className="text-note text-soft">{words.notAgreed}</p>
          return (
            <>
              <p className="mb-2 text-note text-soft">{words.agreedTo(dateText(Date.parse(standing.agreedAt)))}</p>
              <Button look="danger" onClick={() => void withdraw()}>
                {words.withdraw}
              </Button>
              <p className="mt-1 text-note text-soft">{words.withdrawText}</p>
            </>
          )
        }}
      </Asked>
    </Card>
  )
}
