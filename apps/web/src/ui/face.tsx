import { classes } from './classes.ts'

/** Somebody's picture, or how their name begins. Whose it is stands beside it. */
export function Face({ url, name, large = false }: { readonly url: string | undefined; readonly name: string; readonly large?: boolean }) {
  const size = large ? 'size-20' : 'size-10'
  if (url !== undefined) return <img src={url} alt="" className={classes(size, 'shrink-0 rounded-full object-cover')} />
  const [initial] = new Intl.Segmenter().segment(name.trim())
  return (
    <span
      aria-hidden
      className={classes(
        size,
        large ? 'text-large' : 'text-body',
        'flex shrink-0 items-center justify-center rounded-full bg-raised font-semibold text-soft',
      )}
    >
      {initial?.segment.toLocaleUpperCase()}
    </span>
  )
}
