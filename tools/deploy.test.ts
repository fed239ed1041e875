import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Ajv } from 'ajv'
import { parseToObject } from 'hcl2-parser'
import { expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { settings as ofServer } from '../apps/api/src/platform/config.ts'
import { settings as ofEngine } from '../apps/engine/src/config.ts'

// No container engine, helm or terraform runs where this is tested: what can be known without them is tested here.
const read = (path: string) => readFileSync(join('deploy', path), 'utf8')
const yaml = (path: string) => parse(read(path), { merge: true, logLevel: 'error' }) as unknown

interface Compose {
  readonly services: Readonly<Record<string, Service>>
}
interface Service {
  readonly image?: string
  readonly environment?: Readonly<Record<string, string>>
  readonly command?: readonly string[]
  readonly read_only?: boolean
  readonly cap_drop?: readonly string[]
  readonly healthcheck?: object
  readonly ports?: readonly string[]
}

const compose = yaml('docker-compose.yml') as Compose
const ours = ['api', 'worker', 'engine'].map((name) => compose.services[name]!)
const known = new Set([...ofServer, ...ofEngine].map(({ name }) => name))

test.for(['docker-compose.yml', 'docker-compose.staging.yml'])('%s is what the specification of compose files allows', (file) => {
  const folder = dirname(createRequire(import.meta.url).resolve('dclint/package.json'))
  const schema = JSON.parse(readFileSync(join(folder, 'schemas/compose.schema.json'), 'utf8')) as Record<string, unknown>
  const ajv = new Ajv({ strict: false, validateFormats: false })
  // Its meta schema is named by another address than the one Ajv knows it by.
  const validate = ajv.compile({ ...schema, $schema: 'http://json-schema.org/draft-07/schema#' })
  expect(validate(yaml(file)), JSON.stringify(validate.errors, undefined, 1)).toBe(true)
})

test('containers of ours may write nothing of themselves, run as nobody special, and tell how they are', () => {
  for (const service of ours) expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] })
  expect(read('Dockerfile')).toMatch(/^USER node$/m)
  expect(read('Dockerfile')).toMatch(/^HEALTHCHECK /m)
  expect(compose.services['engine']!.healthcheck).toMatchObject({ test: expect.anything() })
})

test('every port is open to this machine only: the proxy with the certificate stands before it', () => {
  const ports = [compose, yaml('docker-compose.staging.yml') as Compose].flatMap(({ services }) =>
    Object.values(services).flatMap(({ ports = [] }) => ports),
  )
  expect(ports.length).toBeGreaterThan(0)
  for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/)
})

test('every variable that compose and the chart set is one that we read', () => {
  const set = ours.flatMap(({ environment = {} }) => Object.keys(environment))
  const charted = ['server', 'engine'].flatMap((name) =>
    [...read(`helm/gymgenius/templates/${name}.yaml`).matchAll(/name: ([A-Z][A-Z_]+), value/g)].map(([, variable]) => variable!),
  )
  expect(set.length).toBeGreaterThan(10)
  expect(charted.length).toBeGreaterThan(8)
  expect([...set, ...charted].filter((name) => !known.has(name))).toEqual([])
})

test('every variable that compose asks for stands in the example', () => {
  const asked = new Set([...read('docker-compose.yml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name))
  const given = new Set([...read('.env.example').matchAll(/^(\w+)=/gm)].map(([, name]) => name))
  expect([...asked].filter((name) => !given.has(name))).toEqual([])
})

test('Redis is set up as a server of ours accepts it', () => {
  expect(compose.services['redis']!.command?.join(' ')).toContain('--appendonly yes --maxmemory-policy noeviction')
})

test('alerts and board ask for numbers that there are', () => {
  const told = new Set(
    [...readFileSync('apps/api/src/platform/metrics.ts', 'utf8').matchAll(/'(gymgenius_\w+)'/g)].map(([, name]) => name!),
  )
  const asked = [...`${read('prometheus/alerts.yml')}${read('grafana/gymgenius.json')}`.matchAll(/gymgenius_\w+/g)].map(([name]) => name)
  expect(asked.length).toBeGreaterThan(15)
  expect(asked.filter((name) => !told.has(name.replace(/_(bucket|count|sum)$/, '')))).toEqual([])
})

test('p95 over 300 ms and errors over 2 % are alerts, each with its mend', () => {
  const { groups } = yaml('prometheus/alerts.yml') as {
    groups: { rules: { alert: string; expr: string; annotations: { summary: string; mend: string } }[] }[]
  }
  const rules = groups.flatMap(({ rules }) => rules)
  expect(rules.find(({ alert }) => alert === 'SlowAnswers')!.expr).toMatch(/0\.95.*> 0\.3$/)
  expect(rules.find(({ alert }) => alert === 'FailedAnswers')!.expr).toMatch(/5\.\..*> 0\.02$/)
  for (const { annotations } of rules) expect(annotations.mend.length).toBeGreaterThan(20)
  expect((yaml('prometheus/prometheus.yml') as { rule_files: string[] }).rule_files).toEqual(['alerts.yml'])
})

test('a standby that falls behind is an alert, and so is one that is away: it tells no number, which is not itself', () => {
  const rule = /- alert: StandbyBehind[\s\S]*?expr: >-\n([\s\S]*?)\n\s+for:/.exec(read('prometheus/alerts.yml'))![1]!
  const { default: seconds } = ofServer.find(({ name }) => name === 'DATABASE_READ_LAG_SECONDS')!
  expect(rule).toContain(`gymgenius_replica_lag_seconds > ${seconds}`)
  expect(rule).toContain('gymgenius_replica_lag_seconds != gymgenius_replica_lag_seconds')
})

test('the chart asks for values that it has, and closes what it opens', () => {
  const values = yaml('helm/gymgenius/values.yaml') as Record<string, unknown>
  const folder = 'deploy/helm/gymgenius/templates'
  for (const file of readdirSync(folder)) {
    const text = readFileSync(join(folder, file), 'utf8')
    for (const [, path] of text.matchAll(/\$?\.Values\.([\w.]+)/g)) {
      const value = path!.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], values)
      expect(value, `${file}: ${path}`).toBeDefined()
    }
    const opened = text.match(/\{\{-? (if|range|with) /g)?.length ?? 0
    expect(text.match(/\{\{-? end -?\}\}/g)?.length ?? 0, file).toBe(opened)
  }
  expect(yaml('helm/gymgenius/Chart.yaml')).toMatchObject({ apiVersion: 'v2', name: 'gymgenius' })
})

test('what Terraform is told can be read, and every variable that it uses is declared and used', () => {
  const folder = 'deploy/terraform/hetzner'
  const files = readdirSync(folder).filter((name) => name.endsWith('.tf'))
  const texts = files.map((name) => readFileSync(join(folder, name), 'utf8'))
  const blocks = texts.map((text) => parseToObject(text)[0] as Record<string, Record<string, unknown>>)
  const declared = Object.keys(blocks.find((block) => 'variable' in block)!['variable']!).sort()
  const used = [...new Set(texts.flatMap((text) => [...text.matchAll(/\bvar\.(\w+)/g)].map(([, name]) => name!)))].sort()
  expect(used).toEqual(declared)
  expect(Object.keys(blocks.find((block) => 'resource' in block)!['resource']!)).toContain('hcloud_server')
})

test('the workflows can be read, and run what a contributor runs', () => {
  const workflows = readdirSync('.github/workflows').map((name) => readFileSync(join('.github/workflows', name), 'utf8'))
  for (const text of workflows) expect(parseAllDocuments(text).flatMap(({ errors }) => errors)).toEqual([])
  expect(workflows.join()).toContain('.ci/run')
})
