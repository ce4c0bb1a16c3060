// What makes drawing quick: flows that ask what follows, keys, several at once, and copies into other processes.
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import {
  choose,
  createTeam,
  expectAccessible,
  importXml,
  post,
  screenshot,
  signUp,
  tokenOf,
} from './person'

const shape = (page: Page, id: string): Locator =>
  page.locator(`.djs-shape[data-element-id="${id}"]`)
const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Properties' })
const menu = (page: Page): Locator => page.locator('.djs-popup')

test('a flow that is let go on the canvas asks what shall be there', async ({ browser }) => {
  const { page } = await opened(browser, 'dina')
  await shape(page, 'Pick').click()
  const connect = page.locator('.djs-context-pad .entry[data-action="connect"]')
  const from = await centre(connect)
  const step = await centre(shape(page, 'Pick'))
  const target = { x: step.x + 40, y: step.y + 170 }
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(target.x - 30, target.y - 20, { steps: 4 })
  await page.mouse.move(target.x, target.y, { steps: 4 })
  await page.mouse.up()
  await expect(menu(page).getByText('What comes next')).toBeVisible()
  await expectAccessible(page, 'the menu of what comes next')
  await page.keyboard.type('parallel')
  await expect(menu(page).locator('.entry')).toHaveCount(1)
  await screenshot(page, 'what-comes-next')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(page.locator('.djs-connection')).toHaveCount(4)
  const gateways = page.locator('.djs-shape[data-element-id^="Gateway"]')
  const made = await centre(gateways.filter({ hasNot: page.locator('text') }).first())
  expect(Math.abs(made.x - target.x), 'drawn where it was let go').toBeLessThan(15)
  expect(Math.abs(made.y - target.y)).toBeLessThan(15)
  await page.keyboard.press('Control+z')
  await expect(page.locator('.djs-connection')).toHaveCount(3)

  await test.step('with a key, and what is chosen goes into the flow', async () => {
    await shape(page, 'Pick').click()
    await page.keyboard.press('a')
    await page.keyboard.type('information')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Mind the glass')
    await page.keyboard.press('Escape')
    await expect(page.locator('.djs-connection')).toHaveCount(4)
    await expect(panel(page).getByLabel('Form', { exact: true }).first()).toHaveValue(
      'Information to read',
    )
  })
})

test('several steps are given a role and a reward at once', async ({ browser }) => {
  const { page, model } = await opened(browser, 'edo')
  await shape(page, 'Pick').click()
  await shape(page, 'Send').click({ modifiers: ['Shift'] })
  await expect(panel(page).getByText('2 elements are selected.')).toBeVisible()
  await choose(page, 'Role', 'Warehouse')
  await choose(page, 'Earns', 'Points')
  await panel(page).getByLabel('Amount').fill('5')
  await panel(page).getByLabel('Amount').press('Tab')
  await panel(page).getByRole('checkbox', { name: 'Only under a condition' }).check()
  await panel(page).getByLabel('Value', { exact: true }).first().fill('{weight}')
  await panel(page).getByLabel('Value', { exact: true }).last().fill('10')
  await panel(page).getByLabel('Value', { exact: true }).last().press('Tab')
  await expect(panel(page)).toContainText('True when weight is 10.')
  await screenshot(page, 'several')
  await expectAccessible(page, 'the panel of several steps')
  const given = async () => (await draft(page, model)).match(/"pointsForSuccess":"5"/g)?.length
  await expect.poll(given).toBe(2)
  expect((await draft(page, model)).match(/"value1":"\{weight\}"/g)).toHaveLength(2)
  for (let times = 0; times < 3; times += 1) {
    await page.getByRole('button', { name: 'Undo' }).click()
  }
  await expect.poll(given).toBe(2)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(given).toBeUndefined()
})

test('a way out of three has its condition in fields or as text', async ({ browser }) => {
  const { page, model } = await opened(browser, 'fina', threeWays())
  await page.locator('.djs-connection[data-element-id="f2"]').click({ force: true })
  await expect(panel(page).getByRole('heading', { name: 'Flow', exact: true })).toBeVisible()
  await panel(page).getByRole('button', { name: 'Write it as text' }).click()
  await panel(page).getByLabel('Condition', { exact: true }).fill('weight >= 20')
  await panel(page).getByLabel('Condition', { exact: true }).press('Tab')
  await panel(page).getByRole('button', { name: 'Set it in fields' }).click()
  await expect(panel(page)).toContainText('True when weight is at least 20.')
  await panel(page).getByLabel('Value', { exact: true }).last().fill('30')
  await panel(page).getByLabel('Value', { exact: true }).last().press('Tab')
  await expect.poll(() => draft(page, model)).toContain('{weight &gt;= 30}')
})

test('what is copied goes into a process of another team', async ({ browser }) => {
  const { page, role } = await opened(browser, 'gor')
  await shape(page, 'Pick').click()
  await choose(page, 'Role', 'Warehouse')
  await shape(page, 'Send').click()
  await shape(page, 'Pick').click()
  await page.keyboard.press('Control+c')

  const other = await createTeam(page, 'Elsewhere')
  const theirs = await warehouse(page, other)
  expect(theirs).not.toBe(role)
  const [target] = await importXml(page, other, drawing())
  await page.goto(`/teams/${other}/processes/${target}`)
  await shape(page, 'Send').click()
  const place = await centre(shape(page, 'Send'))
  await page.keyboard.press('Control+v')
  await page.mouse.move(place.x - 10, place.y + 190)
  await page.mouse.move(place.x, place.y + 200)
  await page.mouse.click(place.x, place.y + 200)
  const pasted = async () => (await draft(page, target)).match(/name="Pick"/g)?.length
  await expect.poll(pasted).toBe(2)
  expect(await draft(page, target)).toContain(`"assignedRole":"${theirs}"`)
  expect(await draft(page, target)).not.toContain(`"assignedRole":"${role}"`)
})

test('the drawing is zoomed, mapped and searched, and the keys are told', async ({ browser }) => {
  const { page } = await opened(browser, 'hana')
  const view = page.getByRole('toolbar', { name: 'View' })
  const scale = () => view.getByRole('button', { name: /as large as drawn/ }).textContent()
  await shape(page, 'Pick').click()
  await page.keyboard.press('1')
  await expect.poll(scale).toBe('100%')
  await page.keyboard.press('-')
  await expect.poll(scale).not.toBe('100%')
  await view.getByRole('button', { name: 'Zoom in' }).click()
  await view.getByRole('button', { name: 'Fit drawing into view' }).click()

  await view.getByRole('button', { name: 'Map of the drawing' }).click()
  await expect(page.locator('.djs-minimap .map')).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page, `the editor with its map in ${colorScheme}`)
    await screenshot(page, `map-${colorScheme}`)
  }
  await view.getByRole('button', { name: 'Map of the drawing' }).click()
  await expect(page.locator('.djs-minimap .map')).toBeHidden()

  await panel(page).getByLabel('Title').focus()
  await page.keyboard.press('Control+f')
  await page.keyboard.type('Send')
  await page.keyboard.press('Enter')
  await expect(panel(page).getByLabel('Title')).toHaveValue('Send')

  await shape(page, 'Pick').click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: 'End simulation' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: 'End simulation' })).toHaveCount(0)

  await shape(page, 'Pick').click()
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet.getByRole('heading', { name: 'In the drawing' })).toBeVisible()
  await expect(sheet.getByText('Find in the drawing')).toBeVisible()
  await expectAccessible(page, 'the sheet of shortcuts')
  await screenshot(page, 'keys')
  await page.keyboard.press('Escape')
  await page.goto('/dashboard')
  await page.keyboard.press('?')
  await expect(sheet.getByText('Find in the drawing')).toHaveCount(0)
})

async function opened(browser: Browser, name: string, xml = drawing()) {
  const { page } = await signUp(browser, name)
  await page.setViewportSize({ width: 1440, height: 900 })
  const team = await createTeam(page, 'Quick')
  const role = await warehouse(page, team)
  const [model] = await importXml(page, team, xml)
  await page.goto(`/teams/${team}/processes/${model}`)
  await expect(shape(page, 'Pick')).toBeVisible()
  return { page, team, role, model }
}

async function warehouse(page: Page, team: number): Promise<number> {
  const role = await post(page, `/api/teams/${team}/roles`, {
    name: 'Warehouse',
    color: '#336699',
    allowedPages: ['Tasks'],
  })
  return role.id
}

async function centre(of: Locator): Promise<{ x: number; y: number }> {
  const box = await of.boundingBox()
  if (!box) throw new Error('It is not drawn')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

async function draft(page: Page, model: number | undefined): Promise<string> {
  const answer = await page.request.get(`/api/process-models/${model}/diagram`, {
    headers: await tokenOf(page),
  })
  return answer.text()
}

function drawing(): string {
  return process(`<bpmn:endEvent id="End"/>
    ${flow('f1', 'Start', 'Pick')}${flow('f2', 'Pick', 'Send')}${flow('f3', 'Send', 'End')}`)
}

function threeWays(): string {
  return process(`<bpmn:exclusiveGateway id="Which"/><bpmn:endEvent id="End"/><bpmn:endEvent id="Never"/>
    ${flow('f1', 'Start', 'Pick')}${flow('f0', 'Pick', 'Which')}${flow('f2', 'Which', 'Send')}
    ${flow('f4', 'Which', 'End')}${flow('f5', 'Which', 'Never')}${flow('f3', 'Send', 'End')}`)
}

function flow(id: string, from: string, to: string): string {
  return `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`
}

function process(flow: string): string {
  return `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:test">
    <bpmn:process id="Parcel" name="Parcel">
      <bpmn:startEvent id="Start"/><bpmn:userTask id="Pick" name="Pick"/><bpmn:userTask id="Send" name="Send"/>
      ${flow}
    </bpmn:process></bpmn:definitions>`
}
