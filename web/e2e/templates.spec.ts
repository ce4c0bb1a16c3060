// A process begins with a template, and runs as it is; a copy of it stands beside it.
import { expect, type Page, test } from '@playwright/test'
import { choose, createTeam, expectAccessible, giveRole, post, screenshot, signUp } from './person'

const TEMPLATES = ['Approve a request', 'Welcome somebody new', 'Handle an order']

test('each template can be published as it is, and started', async ({ browser }) => {
  const { page } = await signUp(browser, 'tila')
  await page.setViewportSize({ width: 1440, height: 900 })
  const team = await createTeam(page, 'Templates')
  const role = await post(page, `/api/teams/${team}/roles`, {
    name: 'Office',
    color: '#336699',
    allowedPages: ['Tasks'],
  })
  await giveRole(page, team, role.id)
  for (const template of TEMPLATES) {
    await test.step(template, async () => {
      await begin(page, team, template)
      const findings = page.getByRole('region', { name: 'Findings' })
      await expect(findings).toContainText('Always comes to an end')
      await expect(findings).not.toContainText('Must be fixed')
      await screenshot(page, `template-${template.split(' ')[0]?.toLowerCase()}`)
      await page.getByRole('button', { name: 'Publish …' }).click()
      const dialog = page.getByRole('dialog', { name: 'Publish version 1' })
      await dialog.getByRole('button', { name: 'Publish version 1' }).click()
      await expect(dialog).toHaveCount(0)
      await page.getByRole('button', { name: 'Start version 1' }).click()
      const start = page.getByRole('dialog', { name: /^Start/ })
      await start.getByRole('textbox').first().fill('["Lamp", "Desk"]')
      await start.getByRole('button', { name: 'Start process' }).click()
      await expect(page).toHaveURL(/\/instances\/\d+/)
    })
  }
  await page.goto(`/teams/${team}/tasks`)
  const tasks = page.getByRole('list', { name: 'Tasks' })
  for (const title of [
    'Decide on the request',
    'Create the accounts',
    'Set up a place to work',
    'Check availability',
  ]) {
    await expect(tasks.getByRole('link', { name: title })).toBeVisible()
  }
})

test('a process is duplicated, and the copy is taken back', async ({ browser }) => {
  const { page } = await signUp(browser, 'ude')
  const team = await createTeam(page, 'Copies')
  await begin(page, team, 'Approve a request', false)
  await page.goto(`/teams/${team}/processes`)
  await page.getByRole('button', { name: /^More actions for/ }).click()
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  const copy = page.getByRole('link', { name: 'Mine (copy)' })
  await expect(copy).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(copy).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Mine' })).toBeVisible()
})

async function begin(page: Page, team: number, template: string, byRole = true): Promise<void> {
  await page.goto(`/teams/${team}/processes`)
  await page.getByRole('button', { name: 'Create process' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Create process' })
  await dialog.getByLabel('Name').fill('Mine')
  await dialog.getByRole('radio', { name: template }).check()
  if (byRole) {
    await choose(page, 'Its steps are done by', 'Office')
    await screenshot(page, 'create-process')
    await expectAccessible(page, 'the dialog of a new process')
  }
  await dialog.getByRole('button', { name: 'Create process' }).click()
  await expect(page).toHaveURL(/\/processes\/\d+/)
  await expect(page.locator('.djs-palette')).toBeVisible()
}
