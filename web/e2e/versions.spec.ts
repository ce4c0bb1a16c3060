// Versions of a process: publish, change, compare, restore; two people on one drawing; a tab that goes before it has saved.
import { join } from 'node:path'
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import {
  createTeam,
  expectAccessible,
  importFile,
  joinAs,
  post,
  root,
  screenshot,
  signUp,
} from './person'

type Opened = { page: Page; team: number; model: number }

const drawing = (page: Page): Locator => page.locator('.djs-container .djs-shape').first()

async function openProcess(browser: Browser): Promise<Opened> {
  const { page } = await signUp(browser, 'vera')
  const team = await createTeam(page, 'Versions')
  const report = await importFile(page, team, join(root, 'docs', 'diagrams', 'ship-order.bpmn'))
  await report.getByRole('button', { name: 'Create 3 roles' }).click()
  await expect(report.getByRole('button', { name: 'Create 3 roles' })).toBeHidden()
  await report.getByRole('link', { name: 'Open process' }).click()
  await expect(drawing(page)).toBeVisible()
  return { page, team, model: Number(/\/processes\/(\d+)/.exec(page.url())?.[1]) }
}

/** Gives the step another title, in the panel. */
async function rename(page: Page, to: string): Promise<void> {
  await page.locator('.djs-shape[data-element-id="ChooseShipping"]').click()
  await retitle(page, to)
}

/** The same, of the step that is selected. */
async function retitle(page: Page, to: string): Promise<void> {
  const title = page.getByRole('complementary', { name: 'Properties' }).getByLabel('Title')
  await expect(title).not.toHaveValue('')
  await title.fill(to)
  await title.press('Tab')
}

/** The drawn step with this title, which may stand in several lines. */
const shapes = (page: Page, text: string) =>
  page.locator('.djs-shape').filter({ hasText: new RegExp(text.replaceAll(' ', '\\s*')) })

test('publish, change, compare with the draft, restore and take that back', async ({ browser }) => {
  const { page, team, model } = await openProcess(browser)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await post(page, `/api/process-models/${model}/publish`, { note: 'How it began', force: true })
  await page.reload()
  await expect(drawing(page)).toBeVisible()
  await rename(page, 'Pick a carrier')
  await expect(page.getByText('Unsaved changes')).toBeVisible()

  await page.getByRole('button', { name: 'Publish …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Publish version 2' })
  const since = dialog.getByRole('region', { name: 'Changes since version 1' })
  await expect(since).toContainText('Title: “Choose how to ship” became “Pick a carrier”')
  await expectAccessible(page, 'the dialog that publishes')
  await screenshot(page, 'publish-light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await screenshot(page, 'publish-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  await page.getByRole('button', { name: 'Versions', exact: true }).click()
  await expect(page).toHaveURL(/\/versions/)
  const changes = page.getByRole('region', { name: 'Changes' })
  await expect(changes).toContainText('Step “Pick a carrier”')
  await expect(page.locator('.pf-diff', { hasText: 'Changed' })).toHaveCount(2)
  await expect(page.getByText('How it began')).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page, `two versions compared, ${colorScheme}`)
    await screenshot(page, `versions-${colorScheme}`)
  }
  await page.emulateMedia({ colorScheme: 'light' })

  await page.getByRole('checkbox', { name: 'Draft' }).focus()
  await page.keyboard.press('j')
  await expect(page.getByRole('checkbox', { name: 'Version 1' })).toBeFocused()
  await page.getByRole('button', { name: 'Restore version 1' }).click()
  await expect(page.getByText('Version 1 is the draft now')).toBeVisible()
  await expect(changes).toContainText('Nothing differs.')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(changes).toContainText('Step “Pick a carrier”')

  await page.getByRole('checkbox', { name: 'Draft' }).click()
  await expect(page.locator('.djs-container')).toHaveCount(1)
  await expect(shapes(page, 'Choose how to ship').first()).toBeVisible()
  await page.getByRole('button', { name: 'Restore version 1' }).click()
  await expect(page.getByText('Version 1 is the draft now')).toBeVisible()
  await page.getByRole('link', { name: 'Back to the drawing' }).click()
  await expect(page).toHaveURL(new RegExp(`/teams/${team}/processes/${model}$`))
  await expect(shapes(page, 'Choose how to ship').first()).toBeVisible()
})

test('a version is given a name, another one, and none', async ({ browser }) => {
  const { page, team, model } = await openProcess(browser)
  for (const note of ['How it began', 'Better']) {
    await post(page, `/api/process-models/${model}/publish`, { note, force: true })
  }
  await page.goto(`/teams/${team}/processes/${model}/versions`)
  const list = page.getByRole('navigation', { name: 'Versions' })
  const row = list.getByRole('listitem').filter({ hasText: 'How it began' })
  await row.getByRole('button', { name: /^Name it/ }).press('Enter')
  const field = row.getByRole('textbox', { name: 'Name of version 1' })
  await expect(field).toBeFocused()
  // A letter that walks the list elsewhere.
  await page.keyboard.type('just before Christmas')
  await expect(field).toHaveValue('just before Christmas')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page, `a version being named, ${colorScheme}`)
    await screenshot(page, `version-naming-${colorScheme}`)
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.keyboard.press('Enter')
  const name = row.getByRole('button', { name: /^just before Christmas/ })
  await expect(name).toBeFocused()

  await list.getByRole('checkbox', { name: 'Version 1' }).focus()
  await page.keyboard.press('Space')
  await expect(
    page.getByRole('heading', { name: /^Version 1 “just before Christmas” and/ }),
  ).toBeVisible()
  await screenshot(page, 'version-named-light')
  await page.setViewportSize({ width: 390, height: 844 })
  await screenshot(page, 'version-named-narrow')
  await page.setViewportSize({ width: 1280, height: 720 })

  await name.click()
  await field.fill('Something else')
  await field.press('Escape')
  await expect(name).toBeVisible()
  await page.reload()
  await name.click()
  await field.fill('')
  await field.press('Enter')
  await expect(row.getByRole('button', { name: /^Name it/ })).toBeFocused()
  await expect
    .poll(async () => {
      const versions = await page.request.get(`/api/process-models/${model}/versions`)
      return (await versions.json()).items.map(({ name }: { name: string | null }) => name)
    })
    .toEqual([null, null])
})

test('two people draw at once, and nobody’s work is written over', async ({ browser }) => {
  const { page, team, model } = await openProcess(browser)
  const address = page.url()
  const other = await signUp(browser, 'otto')
  await joinAs(page, other, team)
  const { page: theirs } = other
  await theirs.goto(address)
  await expect(drawing(theirs)).toBeVisible()

  await rename(page, 'Vera was here')
  await expect.poll(() => draftOf(page, model)).toContain('Vera was here')
  await rename(theirs, 'Otto was here')
  const conflict = theirs.getByRole('dialog', { name: 'Changed by somebody else' })
  await expect(conflict).toBeVisible()
  await expectAccessible(theirs, 'the dialog about a conflict')
  expect(await draftOf(page, model)).toContain('Vera was here')

  await conflict.getByRole('button', { name: 'Keep mine as a copy' }).click()
  await expect(theirs).not.toHaveURL(new RegExp(`/processes/${model}$`))
  await expect(shapes(theirs, 'Otto was here').first()).toBeVisible()
  const kept = await draftOf(page, model)
  expect(kept).toContain('Vera was here')
  expect(kept).not.toContain('Otto was here')

  await test.step('or theirs is taken over, and drawing goes on from there', async () => {
    await theirs.goto(address)
    await expect(shapes(theirs, 'Vera was here').first()).toBeVisible()
    await retitle(page, 'Vera again')
    await expect.poll(() => draftOf(page, model)).toContain('Vera again')
    await rename(theirs, 'Otto again')
    await conflict.getByRole('button', { name: 'Take over their version' }).click()
    await expect(conflict).toBeHidden()
    await expect(shapes(theirs, 'Vera again').first()).toBeVisible()
    await rename(theirs, 'Otto goes on')
    await expect.poll(() => draftOf(page, model)).toContain('Otto goes on')
    await theirs.reload()
    await expect(shapes(theirs, 'Otto goes on').first()).toBeVisible()
    await expect(theirs.getByRole('dialog')).toHaveCount(0)
  })
})

test('what a killed tab had not saved comes back', async ({ browser }) => {
  const { page, model } = await openProcess(browser)
  const address = page.url()
  const context = page.context()
  await context.route('**/diagram', route =>
    route.request().method() === 'PUT' ? route.abort() : route.continue(),
  )
  await rename(page, 'Never saved')
  await expect
    .poll(() => page.evaluate(() => JSON.stringify({ ...localStorage })))
    .toContain('Never saved')
  await page.close({ runBeforeUnload: false })
  await context.unroute('**/diagram')

  const again = await context.newPage()
  await again.goto(address)
  const dialog = again.getByRole('dialog', { name: 'Changes that were not saved' })
  await expect(dialog).toBeVisible()
  expect(await draftOf(again, model)).not.toContain('Never saved')
  await expectAccessible(again, 'the dialog that restores')
  await screenshot(again, 'restore-light')
  await dialog.getByRole('button', { name: 'Restore my changes' }).click()
  await expect(shapes(again, 'Never saved').first()).toBeVisible()
  await expect.poll(() => draftOf(again, model)).toContain('Never saved')
  await expect
    .poll(() => again.evaluate(() => JSON.stringify({ ...localStorage })))
    .not.toContain('Never saved')
})

async function draftOf(page: Page, model: number): Promise<string> {
  const answer = await page.request.get(`/api/process-models/${model}/diagram`)
  expect(answer.ok()).toBe(true)
  return answer.text()
}
