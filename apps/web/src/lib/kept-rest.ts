/** The rest as the service worker knows it: `localStorage` is not open to it. With words, because it has no catalog. */
export interface KeptRest {
  readonly endsAt: number | undefined
  /** What the lifter pressed on a notification while no page of the app was open; the next one takes it over. */
  readonly pressed?: readonly RestAct[]
  readonly says: { readonly over: string; readonly next: string; readonly done: string; readonly skip: string }
}

export type RestAct = 'more' | 'less' | 'done'
export const isRestAct = (text: unknown): text is RestAct => text === 'more' || text === 'less' || text === 'done'
export const actSeconds = { more: 15, less: -15 } as const

const CACHE = 'kept-rest'
const KEY = '/kept-rest'

export async function keptRest(): Promise<KeptRest | undefined> {
  const kept = await (await caches.open(CACHE)).match(KEY)
  return (await kept?.json()) as KeptRest | undefined
}

export const keepRest = async (rest: KeptRest) => (await caches.open(CACHE)).put(KEY, new Response(JSON.stringify(rest)))

/** What a notification of a rest offers; browsers show the first two or three. */
export const actionsOf = ({ says }: KeptRest, isOver: boolean) => [
  { action: 'more', title: '+15 s' },
  { action: 'done', title: isOver ? says.done : says.skip },
  ...(isOver ? [] : [{ action: 'less', title: '−15 s' }]),
]
