import { build, type Plugin, type Rolldown } from 'vite'
import { expect, test } from 'vitest'
import { firstFiles } from './first-files.ts'

const files: Readonly<Record<string, string>> = {
  'entry.js': `import('/start.js')`,
  'start.js': `import { base } from '/base.js'\nexport const start = () => base`,
  'base.js': `const page = document.createElement('p')\nexport const base = () => import('/later.js').then(({ later }) => later(page))`,
  'later.js': `import '/later.css'\nexport const later = (page) => page`,
  'later.css': 'p { color: red }',
}

test('the page names what every start needs, and nothing that comes later', async () => {
  const { page } = await built()
  const named = [...page.matchAll(/rel="modulepreload"[^>]*href="\/assets\/(\w+)-/g)].map(([, name]) => name)
  expect(new Set(named)).toEqual(new Set(['start', 'base']))
})

test('what is run at once says so in its first line, before any line of the build’s own', async () => {
  const { lines } = await built()
  expect(lines('base').slice(0, 2)).toEqual(['//# allFunctionsCalledOnLoad', expect.stringContaining('__vite__mapDeps')])
  expect(lines('later')[0]).not.toContain('//#')
})

test('the map of such a file still leads to the line that was written', async () => {
  const { lines, mappings } = await built()
  const written = lines('base').findIndex((line) => line.includes('createElement'))
  expect(
    mappings('base')
      .split(';')
      .findIndex((line) => line !== ''),
  ).toBe(written)
})

async function built() {
  const { output } = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [inMemory(), firstFiles()],
    build: {
      write: false,
      sourcemap: true,
      rolldownOptions: {
        input: 'index.html',
        output: {
          codeSplitting: { groups: [{ name: 'base', test: /base\.js/ }] },
          chunkFileNames: 'assets/[name]-[hash].js',
        },
      },
    },
  })) as Rolldown.RolldownOutput
  const named = (name: string, end: string) =>
    output.find(({ fileName }) => fileName.startsWith(`assets/${name}-`) && fileName.endsWith(end))!
  return {
    page: textOf(output.find(({ fileName }) => fileName === 'index.html')!),
    lines: (name: string) => textOf(named(name, '.js')).split('\n'),
    mappings: (name: string) => (JSON.parse(textOf(named(name, '.js.map'))) as { readonly mappings: string }).mappings,
  }
}

const textOf = (each: Rolldown.OutputAsset | Rolldown.OutputChunk) => (each.type === 'chunk' ? each.code : String(each.source))

function inMemory(): Plugin {
  const page = '<!doctype html><html><head><script type="module" src="/entry.js"></script></head></html>'
  return {
    name: 'in-memory',
    enforce: 'pre',
    resolveId: (id) => (id.endsWith('index.html') ? 'index.html' : id.slice(1) in files ? id : undefined),
    load: (id) => (id === 'index.html' ? page : files[id.slice(1)]),
  }
}
