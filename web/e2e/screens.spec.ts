// Every main screen, light, dark and on a phone: a picture of each for people, and for the build that everybody can use it.
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import {
  createTeam,
  expectAccessible,
  expectMark,
  importFile,
  post,
  root,
  screenshot,
  signUp,
  tokenOf,
} from './person'

test.setTimeout(600_000)

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1280, height: 800 }

/** Shows the address in three ways; what is awaited tells that the page is there. */
async function look(
  page: Page,
  name: string,
  address: string,
  ready: () => Promise<void>,
): Promise<void> {
  await test.step(name, async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.goto(address)
      await ready()
      await expectAccessible(page, `${name}, ${colorScheme}`)
      await screenshot(page, `${name}-${colorScheme}`)
    }
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await page.setViewportSize(PHONE)
    await page.goto(address)
    await ready()
    await expectAccessible(page, `${name}, phone`)
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    )
    expect(wider, `${name} fits a phone`).toBeLessThanOrEqual(0)
    await screenshot(page, `${name}-phone`)
    await page.setViewportSize(DESK)
  })
}

test('strangers can use every page they see', async ({ page }) => {
  const heading = () => expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await look(page, 'landing', '/', heading)
  await look(page, 'sign-up', '/sign-up', heading)
  await look(page, 'sign-in', '/sign-in', heading)
})

test('members can use every page of the workspace', async ({ browser }) => {
  const { page, name } = await signUp(browser, 'kim')
  const team = await createTeam(page, 'Screens')
  const { roles } = await page.request.get(`/api/teams/${team}`).then(answer => answer.json())
  const report = await importFile(page, team, join(root, 'docs', 'diagrams', 'ship-order.bpmn'))
  await expectAccessible(page, 'the report of an import')
  await screenshot(page, 'import-light')
  await report.getByRole('button', { name: /^Create 3 roles/ }).click()
  await expect(report.getByRole('button', { name: /^Create 3 roles/ })).toBeHidden()
  await report.getByRole('link', { name: 'Open process' }).click()
  await expect(page).toHaveURL(/\/processes\/\d+/)
  const model = Number(/(\d+)$/.exec(new URL(page.url()).pathname)?.[1])
  await post(page, `/api/process-models/${model}/publish`, { force: true })
  const started = await page.request.post('/api/instance/create', {
    data: { processModelId: model, inputs: {} },
    headers: await tokenOf(page),
  })
  expect(started.status(), await started.text()).toBe(200)
  const { processInstanceId } = await started.json()
  await giveRoles(page, team, roles)

  const text = (words: string | RegExp) => () =>
    expect(page.getByRole('main').getByText(words).first()).toBeVisible()
  const drawing = async () => {
    await expect(page.locator('.djs-container .djs-shape').first()).toBeVisible()
    await expectMark(page)
  }
  await look(page, 'dashboard', '/dashboard', text('Screens'))
  await look(page, 'processes', `/teams/${team}/processes`, text('Ship an order'))
  await look(page, 'process', `/teams/${team}/processes/${model}`, drawing)
  await look(page, 'tasks', `/teams/${team}/tasks`, text('Choose how to ship'))
  await look(page, 'instances', `/teams/${team}/instances`, text('Ship an order'))
  await look(page, 'instance', `/teams/${team}/instances/${processInstanceId}`, drawing)
  await look(page, 'members', `/teams/${team}/team`, text(name))
  await look(page, 'roles', `/teams/${team}/team?tab=roles`, text('Warehouse'))
  await look(page, 'team-settings', `/teams/${team}/settings`, text('Name and colours'))
  await look(page, 'settings', '/settings', text('This device'))
})

/** The owner gets every role, so that the worklist shows something. */
async function giveRoles(page: Page, team: number, own: { id: number }[]): Promise<void> {
  const { items } = await page.request.get(`/api/teams/${team}/roles`).then(answer => answer.json())
  const { items: members } = await page.request
    .get(`/api/teams/${team}/members`)
    .then(answer => answer.json())
  const given = await page.request.put(`/api/teams/${team}/members/${members[0].userId}/roles`, {
    data: { roleIds: [...new Set([...own, ...items].map(role => role.id))] },
    headers: await tokenOf(page),
  })
  expect(given.ok(), await given.text()).toBe(true)
}
