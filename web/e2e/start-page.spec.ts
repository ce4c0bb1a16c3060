import { expect, test } from '@playwright/test'

test('a stranger gets the client at any of its addresses, and nothing breaks the content policy', async ({
  page,
}) => {
  const complaints: string[] = []
  page.on('console', message => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(String(error)))
  const seen = {
    '/': page.getByRole('link', { name: 'Create an account' }),
    '/sign-in': page.locator('input[type=password]'),
    '/teams/1/tasks': page.locator('input[type=password]'),
  }
  for (const [address, sight] of Object.entries(seen)) {
    const answer = await page.goto(address)
    expect(answer?.status()).toBe(200)
    expect(answer?.headers()['cache-control']).toContain('no-cache')
    await expect(page).toHaveTitle(/ProcessFlow/)
    await expect(sight).toBeVisible()
  }
  expect(complaints).toEqual([])
})

test('files with a hash in their name are kept for a year', async ({ page, request }) => {
  await page.goto('/')
  const script = await page.locator('script[type=module]').first().getAttribute('src')
  const answer = await request.get(script ?? '')
  expect(answer.status()).toBe(200)
  expect(answer.headers()['cache-control']).toContain('max-age=31536000')
  expect(answer.headers()['cache-control']).toContain('immutable')
  expect((await request.get('/assets/none.js')).status()).toBe(404)
})
