// The whole way of a process: drawn on an empty canvas with a pointer, published, started and worked through.
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { choose, createTeam, expectAccessible, giveRole, post, screenshot, signUp } from './person'

const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Properties' })
const shape = (page: Page, title: string): Locator =>
  page.locator('.djs-shape').filter({ hasText: new RegExp(`^${title.replaceAll(' ', '\\s*')}`) })

test('an order process is drawn, published and worked through', async ({ browser }) => {
  const { page, team } = await emptyDrawing(browser)

  await test.step('the start asks for the products', async () => {
    await page.locator('.djs-shape[data-element-id^=Start]').click()
    await panel(page).getByLabel('Variable 1').fill('productList')
    await panel(page).getByLabel('Variable 1').press('Enter')
  })

  await test.step('a step asks what is there, for 20 experience', async () => {
    await append(page, 'append.append-task', 'Check availability')
    await choose(page, 'Form', 'Choose several')
    await fill(page, 'Choice 1', '{productList}')
    await fill(page, 'Variable for the answer', 'available')
    await choose(page, 'Role', 'Warehouse')
    await choose(page, 'Earns', 'Points')
    await fill(page, 'Amount', '20')
  })

  await test.step('panel and canvas share one history', async () => {
    await append(page, 'append.gateway')
    await expect(page.locator('.djs-shape.selected')).toHaveCount(1)
    const gateways = page.locator('.djs-shape[data-element-id^=Gateway]')
    await page.keyboard.press('Control+z')
    await expect(gateways).toHaveCount(0)
    await page.keyboard.press('Control+z')
    await shape(page, 'Check availability').click()
    await expect(panel(page).getByLabel('Amount')).toHaveValue('')
    await page.keyboard.press('Control+Shift+z')
    await expect(panel(page).getByLabel('Amount')).toHaveValue('20')
    await page.keyboard.press('Control+Shift+z')
    await expect(gateways).toHaveCount(1)
    await gateways.click()
  })

  await test.step('all there: it is shipped, else the order is cancelled', async () => {
    await fill(page, 'Title', 'All there?')
    const all = await selected(page)
    await append(page, 'append.append-task', 'Ship products')
    await choose(page, 'Form', 'Choose one')
    await fill(page, 'Choice 1', 'Shipped')
    await panel(page).getByRole('button', { name: 'Add choice' }).click()
    await fill(page, 'Choice 2', 'There was a problem')
    await fill(page, 'Variable for the answer', 'outcome')
    await fill(page, 'Description (Markdown)', 'Send {productList} to the customer.')
    await append(page, 'append.gateway')
    await fill(page, 'Title', 'How did it go?')
    const went = await selected(page)
    await append(page, 'append.append-task', 'Confirm shipment')
    await append(page, 'append.end-event', 'Shipped')
    await click(page, all)
    await append(page, 'append.append-task', 'Cancel order')
    await append(page, 'append.end-event', 'Cancelled')
    await connect(page, went, shape(page, 'Cancel order'))
    await decide(page, all, '{available}', '{productList}', 'Ship products')
    await decide(page, went, '{outcome}', 'Shipped', 'Confirm shipment')
  })

  await test.step('whoever does the rest', async () => {
    await page.keyboard.press('Escape')
    await page.mouse.click(...(await at(page, 560, 60)))
    await choose(page, 'Default role', 'Warehouse')
    await expect(page.getByRole('region', { name: 'Findings' })).toContainText(
      'Always comes to an end',
    )
    await page.getByRole('button', { name: 'Fit drawing into view' }).click()
    await screenshot(page, 'order-drawn')
    await expectAccessible(page, 'an editor with a whole process')
    await page.emulateMedia({ colorScheme: 'dark' })
    await screenshot(page, 'order-drawn-dark')
    await page.emulateMedia({ colorScheme: 'light' })
  })

  await publishAndStart(page)
  await work(page, team)
})

async function publishAndStart(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publish …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Publish version 1' })
  await dialog.getByRole('button', { name: 'Publish version 1' }).click()
  await page.getByRole('button', { name: 'Start version 1' }).click()
  const start = page.getByRole('dialog', { name: /^Start/ })
  await start.getByLabel('productList').fill('["books", "pens"]')
  await start.getByText('Start it from a program').click()
  await expect(start.getByText('curl -X POST')).toBeVisible()
  await screenshot(page, 'order-start')
  await start.getByRole('button', { name: 'Start process' }).click()
  await expect(page).toHaveURL(/\/instances\/\d+/)
}

/** All products are there, and it is shipped. */
async function work(page: Page, team: number): Promise<void> {
  const instance = page.url()
  const open = async (title: string): Promise<Locator> => {
    await page.goto(`/teams/${team}/tasks`)
    await page.getByRole('list', { name: 'Tasks' }).getByRole('link', { name: title }).click()
    return page.getByRole('article')
  }
  const done = () => expect(page.getByRole('status').filter({ hasText: 'Done' })).toBeVisible()
  const check = await open('Check availability')
  await check.getByRole('checkbox', { name: 'books' }).check()
  await check.getByRole('checkbox', { name: 'pens' }).check()
  await check.getByRole('button', { name: /^Complete task/ }).click()
  await done()
  const ship = await open('Ship products')
  await expect(ship.getByText('Send books, pens to the customer.')).toBeVisible()
  await ship.getByRole('radio', { name: 'Shipped' }).check()
  await ship.getByRole('button', { name: /^Complete task/ }).click()
  await done()
  const confirm = await open('Confirm shipment')
  await confirm.getByRole('button', { name: /^Confirm step/ }).click()
  await done()
  await page.goto(instance)
  const head = page.locator('header').filter({ has: page.getByRole('heading', { level: 1 }) })
  await expect(head.getByText('Completed')).toBeVisible()
  const steps = page.getByRole('tabpanel').getByRole('listitem')
  await expect(steps.filter({ hasText: 'Confirm shipment' })).toHaveCount(1)
  await expect(steps.filter({ hasText: 'Cancel order' })).toHaveCount(0)
  await page.getByRole('tab', { name: 'Rewards' }).click()
  await expect(page.getByRole('tabpanel').getByRole('listitem')).toContainText(['20'])
}

/** A new process of a team in which the person does the work of the warehouse. */
async function emptyDrawing(browser: Browser): Promise<{ page: Page; team: number }> {
  const { page } = await signUp(browser, 'olga')
  await page.setViewportSize({ width: 1440, height: 900 })
  const team = await createTeam(page, 'Orders')
  const role = await post(page, `/api/teams/${team}/roles`, {
    name: 'Warehouse',
    color: '#336699',
    allowedPages: ['Tasks'],
  })
  await giveRole(page, team, role.id)
  await page.goto(`/teams/${team}/processes`)
  await page.getByRole('button', { name: 'Create process' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Create process' })
  await dialog.getByLabel(/^Name/).fill('Order')
  await dialog.getByRole('button', { name: 'Create process' }).click()
  await expect(page.locator('.djs-palette')).toBeVisible()
  await screenshot(page, 'order-empty')
  return { page, team }
}

/** A place on the screen by its place on the canvas. */
async function at(page: Page, x: number, y: number): Promise<[number, number]> {
  const box = await page.locator('.djs-container').first().boundingBox()
  if (!box) throw new Error('There is no canvas')
  return [box.x + x, box.y + y]
}

/** Adds what the pad beside the selected element offers; a name may be typed at once. */
async function append(page: Page, entry: string, name?: string): Promise<void> {
  const before = await selected(page)
  await page.locator(`.djs-context-pad .entry[data-action="${entry}"]`).click()
  await expect.poll(() => selected(page)).not.toBe(before)
  if (name === undefined) return
  await expect(page.locator('.djs-direct-editing-content')).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(panel(page).getByLabel('Title')).toHaveValue(name)
}

async function selected(page: Page): Promise<string> {
  const one = page.locator('.djs-shape.selected').first()
  return (await one.count()) === 0 ? '' : ((await one.getAttribute('data-element-id')) ?? '')
}

async function click(page: Page, id: string): Promise<void> {
  const node = page.locator(`.djs-shape[data-element-id="${id}"]`)
  await node.locator('.djs-hit').first().click()
  await expect(node).toHaveClass(/selected/)
}

async function fill(page: Page, label: string, text: string): Promise<void> {
  const field = panel(page).getByLabel(label, { exact: true }).last()
  await field.fill(text)
  await field.press('Tab')
}

async function connect(page: Page, from: string, to: Locator): Promise<void> {
  await click(page, from)
  await page.locator('.djs-context-pad .entry[data-action="connect"]').click()
  await to.locator('.djs-hit').first().click()
  await expect(page.locator('.djs-connection.selected')).toHaveCount(1)
  // diagram-js takes the next click for the end of the drag.
  await page.mouse.click(...(await at(page, 700, 60)))
}

async function decide(
  page: Page,
  gateway: string,
  left: string,
  right: string,
  whenTrue: string,
): Promise<void> {
  await click(page, gateway)
  const values = panel(page).getByRole('combobox', { name: 'Value' })
  await values.first().fill(left)
  await values.first().press('Tab')
  await values.last().fill(right)
  await values.last().press('Tab')
  await choose(page, 'Way when this is true', whenTrue)
}
