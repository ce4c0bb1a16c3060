// Where a variable is set and read is found with the keyboard alone, and it gets another name in all places in one step to undo.
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import {
  createTeam,
  expectAccessible,
  importXml,
  post,
  pressUntil,
  screenshot,
  signUp,
  tokenOf,
} from './person'

const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Properties' })
const variable = (page: Page, name: string | RegExp): Locator =>
  panel(page)
    .getByRole('button', { name, expanded: undefined })
    .and(page.locator('[data-variable]'))

test('a variable is found and renamed wherever it is set and read', async ({ browser }) => {
  const { page, model } = await order(browser)
  const before = await afterChange(page, model)
  const found = await findings(page, model)

  await test.step('the process tells its variables, and what is missing', async () => {
    await expect(page.locator('[data-variable]')).toHaveText([
      'order set in 1 place, read in 5 places',
      'orderOld set in 1 place, never read',
      'packed set in 1 place, read in 2 places',
      'weight never set, read in 1 place',
    ])
    await screenshot(page, 'variables')
  })

  await test.step('a place leads to its element, and the focus stays in the list', async () => {
    await panel(page).getByLabel('Title').focus()
    await pressUntil(page, 'Tab', variable(page, /^order set/))
    await page.keyboard.press('Enter')
    await expect(variable(page, /^order set/)).toHaveAttribute('aria-expanded', 'true')
    const read = page.getByRole('list', { name: 'Read at' }).getByRole('button')
    await expect(read).toHaveText([
      'Start Title of an instance',
      'Step: Pack {order} Title',
      'Step: Pack {order} Description (Markdown)',
      'Gateway: All well? What decides',
      'Flow: Done Condition',
    ])
    await pressUntil(page, 'Tab', read.nth(2))
    await page.keyboard.press('Enter')
    await expect(page.locator('.djs-shape.selected')).toHaveAttribute('data-element-id', 'pack')
    await expect(panel(page).getByLabel('Description (Markdown)')).toHaveValue(/^Pack \{order\}/)
    await expect(panel(page).getByRole('heading', { name: 'Variables here' })).toBeVisible()
    await expect(read.nth(2)).toBeFocused()
    await expect(read.nth(2)).toBeInViewport()
    await expect(read.nth(2)).toHaveAttribute('aria-current', 'true')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.locator('.djs-shape.selected')).toHaveAttribute('data-element-id', 'decide')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.locator('.djs-connection.selected')).toHaveAttribute(
      'data-element-id',
      'done',
    )
    await expect(read.nth(4)).toBeFocused()
  })

  const field = panel(page).getByLabel('New name for order')
  await test.step('a name that can not be is refused in words', async () => {
    await pressUntil(page, 'Tab', panel(page).getByRole('button', { name: 'Rename everywhere' }))
    await page.keyboard.press('Enter')
    await expect(field).toBeFocused()
    await expect(panel(page)).toContainText('Changes 6 places in 4 elements.')
    for (const [name, problem] of [
      ['2nd', 'A name has letters, digits, _ - and ., a letter first.'],
      ['packed', 'packed is set elsewhere already'],
      ['not', 'not has a meaning of its own in conditions.'],
    ] as const) {
      await field.fill(name)
      await page.keyboard.press('Enter')
      await expect(panel(page)).toContainText(problem)
      await expect(field).toBeFocused()
    }
    await page.keyboard.press('Escape')
    await expect(panel(page).getByRole('button', { name: 'Rename everywhere' })).toBeFocused()
    expect(await draft(page, model)).toBe(before)
  })

  await test.step('it reads well in light and dark', async () => {
    await page.keyboard.press('Enter')
    await page.keyboard.type('packed')
    await expect(panel(page).getByRole('button', { name: 'Cancel' })).toBeInViewport()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await expectAccessible(page, `the variables in ${colorScheme}`)
      await screenshot(page, `variables-${colorScheme}`)
    }
    await page.emulateMedia({ colorScheme: 'light' })
  })

  const renamed = before
    .replaceAll('{order}', '{purchase}')
    .replaceAll('"inputVariableNames-0":"order"', '"inputVariableNames-0":"purchase"')
    .replaceAll('order == "order" or order', 'purchase == "order" or purchase')

  await test.step('one step gives it another name everywhere', async () => {
    await field.fill('purchase')
    await page.keyboard.press('Enter')
    await expect(variable(page, /^purchase set in 1 place, read in 5/)).toBeFocused()
    await expect(panel(page).getByRole('status')).toHaveText(
      'order is called purchase now. Changes 6 places in 4 elements.',
    )
    await saved(page, model, renamed)
    expect(await findings(page, model)).toEqual(
      JSON.parse(JSON.stringify(found).replaceAll('{order}', '{purchase}')),
    )
  })

  await test.step('and one step takes it back, or gives it again', async () => {
    await page.keyboard.press('Control+z')
    await expect(variable(page, /^order set in 1 place/)).toBeFocused()
    await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
    await saved(page, model, before)
    await page.keyboard.press('Control+Shift+z')
    await expect(variable(page, /^purchase set in 1 place/)).toBeFocused()
    await saved(page, model, renamed)
  })

  await test.step('a slip becomes one with the variable that was meant', async () => {
    await page
      .locator('.djs-container svg')
      .first()
      .click({ position: { x: 400, y: 20 } })
    await variable(page, /^weight never set/).focus()
    await page.keyboard.press('Enter')
    await pressUntil(page, 'Tab', panel(page).getByRole('button', { name: 'Rename everywhere' }))
    await page.keyboard.press('Enter')
    await page.keyboard.type('orderOld')
    await expect(panel(page)).toContainText('orderOld exists already: both become one variable.')
    await pressUntil(page, 'Tab', panel(page).getByRole('button', { name: 'Make one of them' }))
    await page.keyboard.press('Enter')
    await expect(variable(page, 'orderOld set in 1 place, read in 1 place')).toBeFocused()
    await saved(page, model, renamed.replaceAll('{weight}', '{orderOld}'))
  })
})

const data = (settings: object) =>
  `<b:extensionElements><p:data>${JSON.stringify(settings)}</p:data></b:extensionElements>`

/** An order that is packed until all is well, open in the editor. */
async function order(browser: Browser): Promise<{ page: Page; model: number }> {
  const { page } = await signUp(browser, 'vera')
  await page.setViewportSize({ width: 1440, height: 900 })
  const team = await createTeam(page, 'Variables')
  const { id: role } = await post(page, `/api/teams/${team}/roles`, {
    name: 'Warehouse',
    color: '#336699',
    allowedPages: ['Tasks'],
  })
  const xml = `<b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL"
      xmlns:p="urn:processflow:bpmn:1.0" id="definitions" targetNamespace="t">
    <b:process id="process" name="Order">${data({ assignedRole: String(role) })}
      <b:startEvent id="start">${data({
        instanceTitle: 'Order {order}',
        outputs: { 'inputVariableNames-0': 'order', 'inputVariableNames-1': 'orderOld' },
      })}</b:startEvent>
      <b:userTask id="pack" name="Pack {order}">${data({
        activityType: 'Text input',
        description: 'Pack {order}, of {weight} kg',
        outputs: { userInputVariableName: 'packed' },
      })}</b:userTask>
      <b:exclusiveGateway id="decide" name="All well?" default="again">${data({
        value1: '{order}',
        comparison: '==',
        value2: '{packed}',
      })}</b:exclusiveGateway>
      <b:endEvent id="end" name="Done"/>
      <b:sequenceFlow id="in" sourceRef="start" targetRef="pack"/>
      <b:sequenceFlow id="on" sourceRef="pack" targetRef="decide"/>
      <b:sequenceFlow id="done" name="Done" sourceRef="decide" targetRef="end">
        <b:conditionExpression>\${order == "order" or order == packed}</b:conditionExpression>
      </b:sequenceFlow>
      <b:sequenceFlow id="again" name="Again" sourceRef="decide" targetRef="pack"/>
    </b:process></b:definitions>`
  const [model = 0] = await importXml(page, team, xml)
  await page.goto(`/teams/${team}/processes/${model}`)
  await expect(page.locator('.djs-shape[data-element-id="pack"]')).toBeVisible()
  return { page, model }
}

/** What is drawn; a title that is written anew leaves a label without a place in the file, which says nothing. */
async function draft(page: Page, model: number): Promise<string> {
  const answer = await page.request.get(`/api/process-models/${model}/diagram`)
  return (await answer.text()).replace(/^ *<bpmndi:BPMNLabel \/>\n/gm, '')
}

/** The drawing as the editor writes it: after a change that was taken back. */
async function afterChange(page: Page, model: number): Promise<string> {
  const title = panel(page).getByLabel('Title')
  const called = await title.inputValue()
  await title.fill('Another title')
  await title.press('Enter')
  await expect.poll(() => draft(page, model)).toContain('Another title')
  await page.keyboard.press('Control+z')
  await expect(title).toHaveValue(called)
  await expect.poll(() => draft(page, model)).not.toContain('Another title')
  return draft(page, model)
}

async function saved(page: Page, model: number, xml: string): Promise<void> {
  await expect.poll(() => draft(page, model)).toBe(xml)
}

async function findings(page: Page, model: number): Promise<unknown> {
  const answer = await page.request.post(`/api/process-models/${model}/verify`, {
    headers: await tokenOf(page),
  })
  expect(answer.ok(), await answer.text()).toBe(true)
  return answer.json()
}
