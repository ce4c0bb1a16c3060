// A process is built, published, started and worked through with the keyboard alone, in the outline of the editor.
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import {
  createTeam,
  expectAccessible,
  giveRole,
  post,
  pressUntil,
  screenshot,
  signUp,
} from './person'

const line = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('treeitem', { name, exact: true })
const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Properties' })
const lines = (page: Page): Locator => page.getByRole('treeitem')

test('a process is built and worked through with the keyboard alone', async ({ browser }) => {
  const { page, team } = await emptyDrawing(browser)

  await test.step('the outline is reached, and begins with a start', async () => {
    await page.keyboard.press('F6')
    await expect(line(page, 'Start')).toBeFocused()
    await page.keyboard.press('Delete')
    await expect(page.getByRole('button', { name: 'Add a start' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(line(page, 'Start')).toBeFocused()
  })

  await test.step('steps and decisions, each after the other', async () => {
    await add(page, 'Step for a person', 'Step', 'Check order')
    await ask(page, 'good')
    await chooseByKeys(page, 'Role', 'Warehouse')
    await back(page, 'Step: Check order')
    await add(page, 'Decision: one way', 'Gateway', 'All well?')
    await add(page, 'Step for a person', 'Step', 'Ship')
    await ask(page, 'arrived')
    await back(page, 'Step: Ship')
    await add(page, 'Decision: one way', 'Gateway', 'Arrived?')
    await add(page, 'End', 'End', 'Shipped')
  })

  await test.step('a way back, and a second end', async () => {
    await to(page, 'Gateway: Arrived?')
    await page.keyboard.press('c')
    await expect(page.getByRole('menuitem', { name: 'Start' })).toHaveCount(0)
    await pick(page, 'Step: Ship')
    await expect(line(page, 'Branch: Ship').last()).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(line(page, 'Goes back to Ship')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(line(page, 'Step: Ship')).toBeFocused()
    await to(page, 'Gateway: All well?')
    await add(page, 'End', 'End', 'Cancelled')
  })

  await test.step('each decision has its condition', async () => {
    await to(page, 'Gateway: All well?')
    await decide(page, '{good}', 'yes', 'Ship')
    await back(page, 'Gateway: All well?')
    await to(page, 'Gateway: Arrived?')
    await decide(page, '{arrived}', 'yes', 'Shipped')
    await back(page, 'Gateway: Arrived?')
    await expect(lines(page)).toHaveText([
      'Start',
      'Step: Check order',
      'Gateway: All well?',
      'If {good} == yes: Ship',
      'Step: Ship',
      'Gateway: Arrived?',
      'If {arrived} == yes: Shipped',
      'End: Shipped',
      'Otherwise: Ship',
      'Goes back to Ship',
      'Otherwise: Cancelled',
      'End: Cancelled',
    ])
  })

  await test.step('one step back each time, and the focus stays in the outline', async () => {
    await to(page, 'Step: Check order')
    await page.keyboard.press('a')
    await pick(page, 'Information to read')
    await expect(line(page, 'Step')).toBeFocused()
    await expect(panel(page).getByLabel('Form', { exact: true }).first()).toHaveValue(
      'Information to read',
    )
    await page.keyboard.press('Control+z')
    await expect(lines(page)).toHaveCount(12)
    await expect(page.locator('[role=treeitem]:focus')).toHaveCount(1)
  })

  await test.step('a step is put against the clock, and taken back', async () => {
    await to(page, 'Step: Ship')
    await page.keyboard.press('t')
    await pick(page, 'Against the clock: only this')
    await expect(panel(page).getByRole('heading', { name: 'Challenge', exact: true })).toBeVisible()
    await expect(panel(page).getByLabel('Title')).toBeFocused()
    await page.keyboard.type('Fast')
    await page.keyboard.press('Enter')
    await page.keyboard.press('F6')
    await expect(line(page, 'Step: Ship (challenge Fast)')).toBeFocused()
    await page.keyboard.press('t')
    await pick(page, 'Settings of its challenge')
    await expect(panel(page).getByLabel('Seconds to complete')).toHaveValue('3600')
    await expect(panel(page).getByLabel('Title')).toBeFocused()
    await page.keyboard.press('F6')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect(line(page, 'Step: Ship')).toBeFocused()
  })

  await test.step('branches with Alt, in and out with the other arrows', async () => {
    await to(page, 'Gateway: All well?')
    await page.keyboard.press('ArrowRight')
    await expect(line(page, 'If {good} == yes: Ship')).toBeFocused()
    for (const name of [
      'If {arrived} == yes: Shipped',
      'Otherwise: Ship',
      'Otherwise: Cancelled',
    ]) {
      await page.keyboard.press('Alt+ArrowDown')
      await expect(line(page, name)).toBeFocused()
    }
    await page.keyboard.press('ArrowLeft')
    await expect(line(page, 'Gateway: All well?')).toBeFocused()
  })

  await test.step('without a selection the panel shows the process', async () => {
    await page.keyboard.press('Escape')
    await chooseByKeys(page, 'Default role', 'Warehouse')
    await expect(page.getByRole('region', { name: 'Findings' })).toContainText(
      'Always comes to an end',
    )
  })

  await test.step('the tree says where each line is, and reads well in light and dark', async () => {
    await page.keyboard.press('F6')
    const ship = line(page, 'Step: Ship')
    await expect(ship).toHaveAttribute('aria-level', '3')
    await expect(ship).toHaveAttribute('aria-posinset', '1')
    await expect(ship).toHaveAttribute('aria-setsize', '2')
    await expect(page.locator('[role=treeitem][tabindex="0"]')).toHaveCount(1)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await expectAccessible(page, `the outline in ${colorScheme}`)
      await screenshot(page, `outline-${colorScheme}`)
    }
    await page.emulateMedia({ colorScheme: 'light' })
  })

  await alongTheFlow(page)
  await publishAndStart(page)
  await work(page, team)
})

async function emptyDrawing(browser: Browser): Promise<{ page: Page; team: number }> {
  const { page } = await signUp(browser, 'kira')
  await page.setViewportSize({ width: 1440, height: 900 })
  const team = await createTeam(page, 'Keys')
  const role = await post(page, `/api/teams/${team}/roles`, {
    name: 'Warehouse',
    color: '#336699',
    allowedPages: ['Tasks'],
  })
  await giveRole(page, team, role.id)
  const model = await post(page, `/api/teams/${team}/process-models`, { name: 'Order' })
  await page.goto(`/teams/${team}/processes/${model.id}`)
  await expect(page.locator('.djs-palette')).toBeVisible()
  return { page, team }
}

async function to(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Home')
  await pressUntil(page, 'ArrowDown', line(page, name))
}

async function back(page: Page, name: string): Promise<void> {
  await page.keyboard.press('F6')
  await expect(line(page, name)).toBeFocused()
}

async function pick(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('menu')).toBeVisible()
  await pressUntil(page, 'ArrowDown', page.getByRole('menuitem', { name, exact: true }))
  await page.keyboard.press('Enter')
}

/** Adds what a menu offers after the line with the focus, and gives it a title. */
async function add(page: Page, block: string, kind: string, title: string): Promise<void> {
  await page.keyboard.press('a')
  await pick(page, block)
  await expect(line(page, kind)).toBeFocused()
  await page.keyboard.press('e')
  await expect(panel(page).getByLabel('Title')).toBeFocused()
  await page.keyboard.type(title)
  await page.keyboard.press('Enter')
  await back(page, `${kind}: ${title}`)
}

async function chooseByKeys(page: Page, label: string, option: string): Promise<void> {
  const field = panel(page)
    .locator('input')
    .and(page.getByLabel(label, { exact: true }))
  await pressUntil(page, 'Tab', field)
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('listbox').filter({ visible: true })).toBeVisible()
  const offered = page.getByRole('option', { name: option, exact: true })
  await pressUntil(page, 'ArrowDown', offered, '[data-combobox-selected]')
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue(option)
}

/** A text is asked for in the step. */
async function ask(page: Page, variable: string): Promise<void> {
  await page.keyboard.press('e')
  await chooseByKeys(page, 'Form', 'Text')
  await pressUntil(page, 'Tab', panel(page).getByLabel('Variable for the answer'))
  await page.keyboard.type(variable)
  await page.keyboard.press('Tab')
}

async function decide(page: Page, left: string, right: string, whenTrue: string): Promise<void> {
  await page.keyboard.press('e')
  const values = panel(page).getByRole('combobox', { name: 'Value' })
  await pressUntil(page, 'Tab', values.first())
  await page.keyboard.type(left)
  await page.keyboard.press('Tab')
  await pressUntil(page, 'Tab', values.last())
  await page.keyboard.type(right)
  await page.keyboard.press('Tab')
  await chooseByKeys(page, 'Way when this is true', whenTrue)
}

/** On the canvas Tab goes along the flow, and out of it behind its end. */
async function alongTheFlow(page: Page): Promise<void> {
  await test.step('Tab goes along the flow on the canvas', async () => {
    const canvas = page.getByRole('region', { name: 'Drawing of the process' })
    const title = panel(page).getByLabel('Title', { exact: true })
    await page.keyboard.press('Escape')
    await pressUntil(page, 'Shift+Tab', canvas.locator('svg[tabindex="0"]'))
    for (const name of ['', 'Check order', 'All well?', 'Ship']) {
      await page.keyboard.press('Tab')
      await expect(title).toHaveValue(name)
    }
    await page.keyboard.press('Shift+Tab')
    await expect(title).toHaveValue('All well?')
    await page.keyboard.press('Alt+ArrowDown')
    await expect(panel(page).getByLabel('Label')).toBeVisible()
    const findings = page.getByRole('region', { name: 'Findings' })
    await pressUntil(page, 'Tab', findings.getByRole('button').first())
  })
}

async function publishAndStart(page: Page): Promise<void> {
  await test.step('it is published and started', async () => {
    const press = async (button: Locator, key = 'Tab') => {
      await pressUntil(page, key, button)
      await page.keyboard.press('Enter')
    }
    await press(page.getByRole('button', { name: 'Publish …' }), 'Shift+Tab')
    const dialog = page.getByRole('dialog', { name: 'Publish version 1' })
    await expect(dialog).toBeVisible()
    await press(dialog.getByRole('button', { name: 'Publish version 1' }))
    await expect(dialog).toHaveCount(0)
    await press(page.getByRole('button', { name: 'Start version 1' }), 'Shift+Tab')
    const start = page.getByRole('dialog', { name: /^Start/ })
    await expect(start).toBeVisible()
    await press(start.getByRole('button', { name: 'Start process' }))
    await expect(page).toHaveURL(/\/instances\/\d+/)
  })
}

/** The parcel does not arrive the first time, so that it is shipped again. */
async function work(page: Page, team: number): Promise<void> {
  const instance = page.url()
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await expect(page).toHaveURL(new RegExp(`/teams/${team}/tasks`))
  for (const [title, answer] of [
    ['Check order', 'yes'],
    ['Ship', 'no'],
    ['Ship', 'yes'],
  ] as const) {
    await test.step(`${title}: ${answer}`, async () => {
      const task = page.getByRole('list', { name: 'Tasks' }).getByRole('link', { name: title })
      await pressUntil(page, 'Tab', task)
      await page.keyboard.press('Enter')
      const article = page.getByRole('article')
      await pressUntil(page, 'Tab', article.getByRole('textbox'))
      await page.keyboard.type(answer)
      await pressUntil(page, 'Tab', article.getByRole('button', { name: /^Complete task/ }))
      const completed = page.waitForResponse(
        response => response.url().includes('/complete') && response.ok(),
      )
      await page.keyboard.press('Enter')
      await completed
    })
  }
  await page.goto(instance)
  const head = page.locator('header').filter({ has: page.getByRole('heading', { level: 1 }) })
  await expect(head.getByText('Completed')).toBeVisible()
}
