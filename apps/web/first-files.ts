import type { Plugin, Rolldown } from 'vite'

/** Nearly all of these runs before the first set can be logged. */
const isRunAtOnce = /^(base|today|workout)$/
const COMPILED_AT_ONCE = '//# allFunctionsCalledOnLoad\n'

/**
 * The page names all files that every start needs, so that they are fetched and compiled beside each other, while the page itself is
 * laid out, and not one after the other. Function by function on the page's own thread, compiling takes a fifth of a cold start: what
 * is run at once says so in its first line, and browsers compile it while they read the file. Said in any later line it is not heard,
 * and vite puts a line of its own first: so this comes last.
 */
export function firstFiles(): Plugin {
  return {
    name: 'first-files',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) =>
        [...graphOf(bundle, 'start')].map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
          injectTo: 'head' as const,
        })),
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const chunk of chunksOf(bundle)) {
          if (!isRunAtOnce.test(chunk.name)) continue
          chunk.code = COMPILED_AT_ONCE + chunk.code
          const map = bundle[`${chunk.fileName}.map`]
          if (map?.type === 'asset') map.source = String(map.source).replace('"mappings":"', '"mappings":";') // a line further down
        }
      },
    },
  }
}

const chunksOf = (bundle: Rolldown.OutputBundle) => Object.values(bundle).filter((each) => each.type === 'chunk')

/** A chunk and all that it imports at once. */
function graphOf(bundle: Rolldown.OutputBundle, name: string): ReadonlySet<string> {
  const files = new Set(chunksOf(bundle).flatMap((chunk) => (chunk.name === name ? [chunk.fileName] : [])))
  for (const file of files) {
    const chunk = bundle[file]
    if (chunk?.type === 'chunk') for (const needed of chunk.imports) files.add(needed)
  }
  return files
}
