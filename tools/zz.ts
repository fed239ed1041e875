import { chromium, type BrowserContext } from '@playwright/test'
import { chromiumFlags, serveProduct } from './product.ts'
const product = await serveProduct()
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: chromiumFlags })
const out = '/tmp/web-shots'
const P = 'a long enough password'
const j = async (path: string, body?: unknown, token?: string, method?: string) => {
  const r = await fetch(product.url + path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...(token && { authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const t = await r.text()
  if (!r.ok) console.log(path, r.status, t.slice(0, 300))
  return t === '' ? undefined : JSON.parse(t)
}
try {
  const reg = await j('/v1/auth/register', { email: 'b@example.test', password: P, client: 'cli' })
  const t = reg.accessToken
  const find = async (q: string) => (await j(`/v1/movements?q=${encodeURIComponent(q)}`, undefined, t)).items[0]
  const bench = await find('Bench Press (Barbell)'),
    squat = await find('Squat (Barbell)'),
    pull = await find('Pull Up'),
    row = await find('Seated Cable Row')
  console.log([bench, squat, pull, row].map((m) => m?.name))
  for (const days of [21, 14, 7, 3]) {
    const at = Date.now() - days * 86400000
    const w = await j(
      '/v1/workouts',
      { startedAt: new Date(at).toISOString(), endedAt: new Date(at + 3600e3).toISOString(), name: 'Push' },
      t,
    )
    let k = 0
    for (const [m, load, reps] of [
      [bench, 77.5, 8],
      [bench, 77.5, 8],
      [bench, 77.5, 7],
      [squat, 100, 6],
      [squat, 100, 6],
      [pull, 5, 8],
      [pull, 5, 7],
      [row, 55, 10],
    ] as const)
      await j(
        '/v1/sets',
        {
          workoutId: w.id,
          movementId: m.id,
          loadKg: load + (m === bench || m === squat ? ((21 - days) / 7) * 2.5 - ((((21 - days) / 7) * 2.5) % 2.5) : 0),
          reps,
          rir: 2,
          performedAt: new Date(at + ++k * 240e3).toISOString(),
        },
        t,
      )
  }
  await j(
    '/v1/routines',
    {
      name: 'Push day',
      items: [
        {
          movementId: bench.id,
          sets: [
            { kind: 'warm_up' },
            { kind: 'warm_up' },
            { kind: 'working', repLow: 6, repHigh: 8, rir: 2 },
            { kind: 'working', repLow: 6, repHigh: 8, rir: 2 },
            { kind: 'working', repLow: 6, repHigh: 8, rir: 2 },
          ],
        },
        { movementId: squat.id, sets: [{ kind: 'working' }, { kind: 'working' }] },
        { movementId: pull.id, sets: [{ kind: 'working' }, { kind: 'working' }] },
        { movementId: row.id, sets: [{ kind: 'working', repLow: 10, repHigh: 12 }, { kind: 'working' }] },
      ],
    },
    t,
  )
  let first = true
  for (const [name, viewport, colorScheme] of [
    ['phone-dark', { width: 390, height: 844 }, 'dark'],
    ['phone-light', { width: 390, height: 844 }, 'light'],
    ['wide-dark', { width: 1280, height: 800 }, 'dark'],
    ['small', { width: 360, height: 640 }, 'dark'],
    ['land', { width: 844, height: 390 }, 'light'],
  ] as const) {
    const context: BrowserContext = await browser.newContext({
      baseURL: product.url,
      viewport,
      colorScheme,
      locale: 'en-GB',
      hasTouch: true,
    })
    const page = await context.newPage()
    page.on('console', (m) => ['error', 'warning'].includes(m.type()) && console.log('console', m.text()))
    page.on('pageerror', (e) => console.log('pageerror', e.message))
    page.on('response', (r) => r.status() >= 400 && console.log(r.status(), r.request().method(), r.url()))
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill('b@example.test')
    await page.getByLabel('Password').fill(P)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(/today/)
    await page.getByRole('button', { name: /^(Start|Go on)$/ }).waitFor()
    await page.waitForTimeout(1200)
    await page.screenshot({ path: `${out}/${name}-today.png` })
    await page.getByRole('button', { name: /^(Start|Go on)$/ }).click()
    await page.getByRole('button', { name: /^Done:/ }).waitFor()
    await page.waitForTimeout(800)
    if (first) {
      await page.screenshot({ path: `${out}/${name}-warm.png` })
      for (let i = 0; i < 3; i++) {
        await page.getByRole('button', { name: /^Done:/ }).click()
        await page.waitForTimeout(700)
      }
    }
    first = false
    await page.waitForTimeout(600)
    await page.screenshot({ path: `${out}/${name}-set.png` })
    if (name === 'phone-dark' || name === 'phone-light') {
      await page.getByRole('button', { name: 'Finish', exact: true }).click()
      await page.waitForTimeout(500)
      await page.screenshot({ path: `${out}/${name}-finish.png` })
      await page.keyboard.press('Escape')
      await page.getByTestId('set-done').first().click()
      await page.waitForTimeout(700)
      await page.screenshot({ path: `${out}/${name}-edit.png` })
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'History of this movement' }).click()
      await page.waitForTimeout(700)
      await page.screenshot({ path: `${out}/${name}-history.png` })
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Movements of this workout' }).click()
      await page.waitForTimeout(700)
      await page.screenshot({ path: `${out}/${name}-plan.png` })
      await page.keyboard.press('Escape')
    }
    await context.close()
  }
} catch (e) {
  console.log(e)
  for (const c of browser.contexts()) for (const p of c.pages()) await p.screenshot({ path: `${out}/fail.png` })
} finally {
  await browser.close()
  await product.stop()
}
