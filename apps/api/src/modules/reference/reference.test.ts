import { problems } from '@gymgenius/contracts'
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from '../../testing/test.ts'
import { openApiOf, type Operation } from './openapi.ts'
import { promisedEndpoints } from './promised.ts'

interface Document {
  readonly openapi: string
  readonly paths: Record<string, Record<string, Operation>>
}

test('the description is valid OpenAPI 3.1, for what is served and for all that is promised', async ({ api }) => {
  for (const document of [(await api.get('/openapi.json')).json<Record<string, unknown>>(), openApiOf(promisedEndpoints, '0.0.0')]) {
    const validator = new Validator()
    expect(await validator.validate(structuredClone(document))).toEqual({ valid: true })
    expect(validator.version).toBe('3.1')
    expect(await new Validator().validate({ ...structuredClone(document), paths: { '/a': { get: { responses: 5 } } } })).toMatchObject({
      valid: false,
    })
  }
})

test('what is served is described, and what is described is served', async ({ api }) => {
  const { paths } = (await api.get('/openapi.json')).json<Document>()
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const served = api.app.served.flatMap(({ method, path, aliases = [] }) => [path, ...aliases].map((path) => `${method} ${path}`))
  expect(described.sort()).toEqual(served.sort())
  for (const operation of described) {
    const [method, path] = operation.split(' ') as ['GET', string]
    expect(api.app.http.hasRoute({ method, url: path.replaceAll(/\{(\w+)\}/g, ':$1') }), operation).toBe(true)
  }
})

test('no two operations share a name, and each says what it answers when it says no', () => {
  const operations = Object.values(openApiOf(promisedEndpoints, '0').paths).flatMap((methods) => Object.values(methods))
  const names = operations.map(({ operationId }) => operationId)
  expect(new Set(names).size).toBe(names.length)
  for (const { responses } of operations) {
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(['400', '422', '429', '500', '503']))
  }
})

test('a schema refers only to what the document holds, and to nothing of another', () => {
  const document = openApiOf(promisedEndpoints, '0')
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => target!)
  expect(references.length).toBeGreaterThan(100)
  for (const target of new Set(references)) {
    const found = target
      .replace('#/', '')
      .split('/')
      .reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], document)
    expect(found, target).toBeInstanceOf(Object)
  }
})

test('an upload is described as a form with its file', () => {
  const { requestBody } = openApiOf(promisedEndpoints, '0').paths['/v1/imports']!['post']! as unknown as {
    requestBody: { content: Record<string, { schema: { required: string[]; properties: object } }> }
  }
  expect(requestBody.content['multipart/form-data']?.schema).toMatchObject({ required: ['file'], properties: { file: {}, unit: {} } })
})

test('the type of every problem leads to what it means', async ({ api }) => {
  for (const code of Object.keys(problems)) {
    expect((await api.get(`/problems/${code}`)).json()).toMatchObject({ code, status: expect.any(Number) as number })
  }
  expect((await api.get('/problems/constructor')).statusCode).toBe(404)
})

test('the docs page brings all its files itself', async ({ api }) => {
  const page = await api.get('/docs')
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(page.headers['content-security-policy']).toContain("script-src 'self'; style-src 'self';")
  expect(page.headers['content-security-policy']).not.toContain('trusted-types') // its library would show nothing
  const files = [...page.body.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path!)
  expect(files).toHaveLength(3)
  for (const file of files) expect((await api.get(file)).statusCode).toBe(200)
  expect(page.body).not.toMatch(/https?:\/\//)
})
