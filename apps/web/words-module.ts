import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseSync, transformSync, type TransformOptions, traverse, types } from '@babel/core'
import { library, namesIn } from '@gymgenius/catalog'
import { importApps } from '@gymgenius/domain'
import linguiMacro from '@lingui/babel-plugin-lingui-macro'
import { makeConfig } from '@lingui/conf'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { Plugin, Rolldown } from 'vite'
import config, { po } from './lingui.config.ts'

/** The languages beside English that have a catalog in `words/`. */
export const translated = ['de', 'es'] as const
const languages = ['en', ...translated]
const parts = ['first', 'rest'] as const

const here = import.meta.dirname
const MACRO = '@lingui/core/macro'
const VIRTUAL = 'virtual:words'
const linguiConfig = makeConfig({ ...config, rootDir: here }, { skipValidation: true })

/**
 * The words of what is needed before the first set: they are loaded with the app. All others come right after the first paint, and
 * every screen but these waits for them.
 */
const FIRST = [
  'routes/words.ts',
  'lib/words.ts',
  'ui/words.ts',
  'ui/set-words.ts',
  'features/diary/check-in-words.ts',
  'features/gyms/choice-words.ts',
  'features/logging/words.ts',
  'features/sync/words.ts',
]

export interface SourceMessage {
  readonly id: string
  /** In English, as ICU. */
  readonly message: string
  readonly isFirst: boolean
  readonly file: string
}

/** Turns the macros of Lingui into calls; only files of words use them, so nothing else pays for it. */
export function expandMacros(code: string, file: string, isShort: boolean) {
  return transformSync(code, {
    ...parsing(file),
    sourceMaps: true,
    ast: true,
    generatorOpts: { retainLines: true },
    plugins: [[linguiMacro, { descriptorFields: isShort ? 'id-only' : 'message', linguiConfig }]],
  })!
}

const parsing = (file: string): TransformOptions => ({
  filename: file,
  babelrc: false,
  configFile: false,
  parserOpts: { plugins: ['typescript', ...(file.endsWith('x') ? (['jsx'] as const) : [])] },
})

/** Every message of the app, read from the code. */
export function sourceMessages(): readonly SourceMessage[] {
  const found = new Map<string, SourceMessage>()
  for (const file of filesWithWords()) {
    const isFirst = FIRST.includes(file)
    const { ast } = expandMacros(readFileSync(join(here, 'src', file), 'utf8'), file, false)
    for (const { id, message } of descriptorsIn(ast!)) {
      const said = { id, message, isFirst, file }
      const known = found.get(said.id)
      if (known === undefined || (isFirst && !known.isFirst)) found.set(said.id, said)
    }
  }
  return [...found.values()].sort((a, b) => Number(b.isFirst) - Number(a.isFirst) || (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
}

/** What the macros became: `{ id: '…', message: '…' }`. */
function descriptorsIn(ast: types.File) {
  const found: { readonly id: string; readonly message: string }[] = []
  traverse(ast, {
    ObjectExpression({ node }) {
      const said: Record<string, string> = {}
      for (const property of node.properties)
        if (types.isObjectProperty(property) && types.isIdentifier(property.key) && types.isStringLiteral(property.value))
          said[property.key.name] = property.value.value
      const { id, message } = said
      if (id !== undefined && message !== undefined) found.push({ id, message })
    },
  })
  return found
}

const filesWithWords = () => sources().filter((file) => readFileSync(join(here, 'src', file), 'utf8').includes(MACRO))

const sources = () =>
  readdirSync(join(here, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.test|\.d)\.tsx?$/.test(entry.name))
    .map((entry) => relative(join(here, 'src'), join(entry.parentPath, entry.name)))
    .sort()

/**
 * English that stands in the code as it is: text between tags, and text that is read out or shown by an attribute; in files of words
 * every text. Names of apps and products, which are the same everywhere, are let through.
 */
export function bareWords(): readonly string[] {
  return sources().flatMap((file) => {
    const code = readFileSync(join(here, 'src', file), 'utf8')
    const isWords = file.endsWith('words.ts')
    const found: string[] = []
    const say = (text: string) => {
      if (/[a-z]{2}/.test(text) && !NAMES.has(text.trim())) found.push(`${file}: ${text.trim()}`)
    }
    traverse(parseSync(code, parsing(file))!, {
      TaggedTemplateExpression: (path) => path.skip(),
      NewExpression: (path) => path.skip(),
      CallExpression(path) {
        if (types.isIdentifier(path.node.callee) && ['plural', 't'].includes(path.node.callee.name)) path.skip()
      },
      JSXText: ({ node }) => say(node.value),
      JSXAttribute({ node }) {
        if (SHOWN.has(String(node.name.name)) && types.isStringLiteral(node.value)) say(node.value.value)
      },
      ObjectProperty({ node: { value } }) {
        if (isWords && types.isStringLiteral(value)) say(value.value)
        if (isWords && types.isTemplateLiteral(value)) say(value.quasis.map(({ value: { raw } }) => raw).join(' '))
      },
      ArrowFunctionExpression({ node: { body } }) {
        if (isWords && types.isStringLiteral(body)) say(body.value)
        if (isWords && types.isTemplateLiteral(body)) say(body.quasis.map(({ value: { raw } }) => raw).join(' '))
      },
    })
    return found
  })
}

const SHOWN = new Set(['aria-label', 'title', 'placeholder', 'label', 'alt', 'hint'])
const NAMES = new Set<string>([...Object.values(importApps), 'kg', 'lb', 'min', 'RIR', 'RPE', ', e1RM'])

/** What a language says, by id. What it does not say yet is said in English. */
export async function translations(language: string): Promise<ReadonlyMap<string, string>> {
  if (language === 'en') return new Map()
  const text = readFileSync(join(here, 'words', `${language}.po`), 'utf8')
  const catalog = await po.parse(text, { locale: language, sourceLocale: 'en', filename: `${language}.po` })
  return new Map(
    Object.entries(catalog)
      .filter(([, { obsolete }]) => obsolete !== true)
      .map(([id, { translation }]) => [id, translation ?? '']),
  )
}

/** The names of the library's movements in a language, by their ids, as the phone knows them. */
function movementNames(language: string): Readonly<Record<string, string>> {
  const names = namesIn(language)
  return Object.fromEntries(library().movements.flatMap(({ id, slug }) => (slug in names ? [[id, names[slug]!]] : [])))
}

/** `_i18n._({ id: 'a8Fh2k', values: { n } })` becomes `_say(12, { n })`. */
function withNumbers(code: string, file: string, numbers: ReadonlyMap<string, string>, map: unknown) {
  const numbered = (call: types.CallExpression) => {
    const [said] = call.arguments
    if (!types.isObjectExpression(said) || !types.isMemberExpression(call.callee)) return
    const valueOf = (name: string) =>
      said.properties.find((property) => types.isObjectProperty(property) && types.isIdentifier(property.key, { name }))
    const id = (valueOf('id') as types.ObjectProperty | undefined)?.value
    const number = types.isStringLiteral(id) ? numbers.get(id.value) : undefined
    if (number === undefined) throw new Error(`${file}: a message was not there when the words were read`)
    const values = (valueOf('values') as types.ObjectProperty | undefined)?.value as types.Expression | undefined
    call.callee = types.identifier('_say')
    call.arguments = [types.numericLiteral(Number(number)), ...(values === undefined ? [] : [values])]
  }
  const visitor = {
    CallExpression: ({ node }: { node: types.CallExpression }) => {
      if (types.isMemberExpression(node.callee) && types.isIdentifier(node.callee.object, { name: '_i18n' })) numbered(node)
    },
    ImportSpecifier: ({ node }: { node: types.ImportSpecifier }) => {
      if (node.local.name === '_i18n') Object.assign(node, types.importSpecifier(types.identifier('_say'), types.identifier('sayNumber')))
    },
  }
  return transformSync(code, {
    ...parsing(file),
    sourceMaps: true,
    inputSourceMap: map as never,
    plugins: [{ visitor }],
  })!
}

type Part = 'first' | 'rest'

/**
 * The words as files, one for what is said first and one for the rest in each language, compiled from the code (English) and the
 * catalogs. In the built app a message is called by its number instead of its hash, and said by `src/lib/say.ts` instead of Lingui's own
 * runtime: 4 KB less before the first set.
 */
export function wordsModule(): Plugin {
  let messages: readonly SourceMessage[] = []
  let numbers: ReadonlyMap<string, string> = new Map()
  let isBuild = false

  async function catalog(language: string, part: Part) {
    const said = await translations(language)
    const wanted = messages.filter(({ isFirst }) => isFirst === (part === 'first'))
    return Object.fromEntries(wanted.map(({ id, message }) => [numbers.get(id)!, compileMessage(said.get(id) || message)]))
  }

  return {
    name: 'words-module',
    enforce: 'pre',
    config: (_, { command }) => void (isBuild = command === 'build'),
    buildStart() {
      messages = sourceMessages()
      numbers = new Map(messages.map(({ id }, place) => [id, isBuild ? String(place) : id]))
      for (const language of translated) this.addWatchFile(join(here, 'words', `${language}.po`))
    },
    resolveId(id) {
      if (id === VIRTUAL) return `\0${VIRTUAL}`
      return isBuild && id === '@lingui/core' ? join(here, 'src/lib/say.ts') : undefined
    },
    async load(id) {
      if (id !== `\0${VIRTUAL}`) return undefined
      const all = languages.flatMap((language) => parts.map((part) => ({ language, part, key: `${language}/${part}` })))
      const entries = await Promise.all(
        all.map(async ({ language, part, key }) => {
          const source = JSON.stringify(await catalog(language, part))
          if (!isBuild) return `'${key}': ${source}`
          const file = this.emitFile({ type: 'asset', name: `${language}-${part}.json`, source })
          return `'${key}': import.meta.ROLLUP_FILE_URL_${file}`
        }),
      )
      for (const language of translated) {
        const source = JSON.stringify(movementNames(language))
        const file = isBuild ? this.emitFile({ type: 'asset', name: `${language}-names.json`, source }) : ''
        entries.push(isBuild ? `'${language}/names': import.meta.ROLLUP_FILE_URL_${file}` : `'${language}/names': ${source}`)
      }
      return `const catalogs = {${entries.join(',')}}
export const catalogOf = async (name) => ${isBuild ? '(await fetch(catalogs[name])).json()' : 'catalogs[name]'}`
    },
    transform(code, file) {
      if (!code.includes(MACRO) || file.includes('node_modules')) return undefined
      const { code: expanded, map } = expandMacros(code, file, isBuild)
      if (!isBuild) return { code: expanded!, map: map as never }
      const { code: short, map: shortMap } = withNumbers(expanded!, file, numbers, map)
      return { code: short!, map: shortMap as never }
    },
    generateBundle(_, bundle) {
      const early = wordsIn(bundle, ['index.html'])
      if (early.length > 0) this.error(`These words are read before there is a catalog: ${early.join(', ')}`)
      const late = wordsIn(bundle, ['src/start.tsx', 'src/routes/today.tsx', 'src/routes/workout.tsx']).filter(
        (file) => !FIRST.includes(file),
      )
      if (late.length > 0)
        this.error(`These words are needed before the first set: name them in FIRST of words-module.ts: ${late.join(', ')}`)
    },
  }
}

/** Files of words that are run at once with these entries. */
function wordsIn(bundle: Rolldown.OutputBundle, entries: readonly string[]): readonly string[] {
  const src = join(here, 'src/')
  const files = new Set<string>()
  const seen = new Set<string>()
  const visit = (name: string) => {
    const chunk = bundle[name]
    if (seen.has(name) || chunk?.type !== 'chunk') return
    seen.add(name)
    for (const id of chunk.moduleIds) if (id.startsWith(src) && readFileSync(id, 'utf8').includes(MACRO)) files.add(id.slice(src.length))
    chunk.imports.forEach(visit)
  }
  for (const chunk of Object.values(bundle))
    if (chunk.type === 'chunk' && entries.some((file) => chunk.facadeModuleId === join(here, file))) visit(chunk.fileName)
  return [...files]
}

/** Workers speak to no one: a word among their files would fail when it is run, so it fails the build. */
export const wordlessWorkers = (): Plugin => ({
  name: 'wordless-workers',
  resolveId(id, importer) {
    if (id === MACRO) this.error(`${importer} brings words into a worker`)
  },
})
