import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadSync, type MessageTypeDefinition, type ServiceDefinition } from '@grpc/proto-loader'

/**
 * Whether the .proto keeps every promise it ever made, and whether the generated code is that of this .proto. Needs no network.
 * `--generate` lints it, writes the code and adds what is new to the promises; that fetches buf and ts-proto once.
 */
const TOOLS = ['@bufbuild/buf@1.75.0', 'ts-proto@2.18.0']
const here = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const source = here('proto/engine/v1/engine.proto')
const generated = here('../../packages/engine-rpc/src/generated/engine/v1/engine.ts')
const promises = here('proto/promised.txt')

const kept = existsSync(promises) ? readFileSync(promises, 'utf8').split('\n').filter(Boolean) : []
const sealOf = (path: string) => `${path === source ? 'proto' : 'code'} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`
const isSeal = (line: string) => /^(proto|code) [0-9a-f]{64}$/.test(line)
const made = promisesIn()
const broken = kept.filter((line) => !isSeal(line) && !made.includes(line))
for (const line of broken) console.error(`engine.proto broke a promise: ${line}`)

if (broken.length === 0 && process.argv.includes('--generate')) {
  run('buf lint && buf generate')
  // A whole number goes to a number without becoming text on the way: every set has one.
  writeFileSync(generated, readFileSync(generated, 'utf8').replace('Number(int64.toString())', 'Number(int64)'))
  writeFileSync(promises, [...made, sealOf(source), sealOf(generated), ''].join('\n'))
} else if (broken.length === 0) {
  const isFresh = made.every((line) => kept.includes(line)) && [source, generated].every((path) => kept.includes(sealOf(path)))
  if (!isFresh) console.error('the generated gRPC code is not that of engine.proto: run `make proto`')
  process.exitCode = isFresh ? 0 : 1
}
if (broken.length > 0) process.exitCode = 1

/** One line for each field and method: name, number, kind. What old clients rely on. */
function promisesIn(): string[] {
  const found = loadSync('engine/v1/engine.proto', { includeDirs: [here('proto')], keepCase: true })
  return Object.entries(found)
    .flatMap(([name, definition]) =>
      'format' in definition ? fieldsOf(name, definition as MessageTypeDefinition<object, object>) : methodsOf(name, definition),
    )
    .sort()
}

interface Field {
  readonly name: string
  readonly number: number
  readonly label: string
  readonly type: string
  readonly typeName: string
  readonly oneofIndex?: number
  readonly proto3Optional?: boolean
}

function fieldsOf(message: string, { type }: MessageTypeDefinition<object, object>): string[] {
  const { field } = type as unknown as { readonly field: readonly Field[] }
  return field.map(({ name, number, label, type, typeName, proto3Optional }) =>
    [`${message}.${name}`, number, label, type, typeName, proto3Optional === true ? 'optional' : '']
      .filter((part) => part !== '')
      .join(' '),
  )
}

function methodsOf(service: string, definition: unknown): string[] {
  return Object.values(definition as ServiceDefinition).map(
    ({ path, requestType, responseType }) => `${service} ${path} ${messageName(requestType)} ${messageName(responseType)}`,
  )
}

function messageName({ type }: { readonly type: object }) {
  return (type as { readonly name: string }).name
}

function run(command: string) {
  const packages = TOOLS.flatMap((tool) => ['-p', tool])
  const { status } = spawnSync('npx', ['-y', ...packages, '-c', command], { cwd: here('.'), stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
