import { expect, test } from 'vitest'
import { createHttp } from './http.ts'
import { letOthersFirst } from './others-first.ts'
import { knownBy } from './request-here.ts'

test('work of many units waits until a lifter who asked meanwhile has the answer, and not for its own request', async () => {
  const http = createHttp()
  const order: string[] = []
  const asked = Promise.withResolvers<string>()
  const answer = Promise.withResolvers<void>()
  http.get('/asked', async (request) => {
    asked.resolve(request.id)
    await answer.promise
    order.push('the lifter was answered')
    return {}
  })
  const reply = http.inject({ method: 'GET', url: '/asked' })
  const id = await asked.promise
  await knownBy(id, letOthersFirst)
  order.push('our own request held nobody up')
  const work = letOthersFirst().then(() => order.push('the work went on'))
  answer.resolve()
  expect((await reply).statusCode).toBe(200)
  await work
  expect(order).toEqual(['our own request held nobody up', 'the lifter was answered', 'the work went on'])
  await http.close()
})

test('a lifter whose answer takes long does not stop the work of another', async () => {
  const http = createHttp()
  const asked = Promise.withResolvers<void>()
  const answer = Promise.withResolvers<void>()
  http.get('/asked', async () => {
    asked.resolve()
    await answer.promise
    return {}
  })
  const reply = http.inject({ method: 'GET', url: '/asked' })
  await asked.promise
  await letOthersFirst()
  answer.resolve()
  expect((await reply).statusCode).toBe(200)
  await http.close()
})
