import { useQuery } from '@tanstack/react-query'

/** A picture that only a token can fetch, as an address that shows it. It is held while it is shown, and kept nowhere. */
export function usePictureUrl(key: readonly (string | undefined)[], fetchIt: (() => Promise<Blob>) | undefined): string | undefined {
  const { data } = useQuery({
    queryKey: ['picture', ...key],
    queryFn: async () => (fetchIt === undefined ? '' : dataUrlOf(await fetchIt())),
    enabled: fetchIt !== undefined,
    staleTime: Infinity,
    gcTime: 0,
  })
  return data
}

function dataUrlOf(file: Blob): Promise<string> {
  const reader = new FileReader()
  return new Promise((resolve, reject) => {
    reader.addEventListener('load', () => resolve(reader.result as string))
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable')))
    reader.readAsDataURL(file)
  })
}
