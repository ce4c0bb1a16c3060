// What goes wrong in some run is found while somebody draws, told in words, and played with tokens; nobody asks for it.
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { choose, createTeam, expectAccessible, importXml, post, screenshot, signUp } from './person'

const findings = (page: Page): Locator => page.getByRole('region', { name: 'Findings' })
const node = (page: Page, id: string): Locator =>
  page.locator(`.djs-shape[data-element-id="${id}"]`)
const tokenOn = (page: Page, id: string): Locator =>
  page.locator(`[data-container-id="${id}"] .pf-token`)

test('a step that would run twice, one that can not run, and a join that waits for ever', async ({
  browser,
}) => {
  const page = await opened(browser)
  await expect(findings(page).getByText('Always comes to an end')).toBeVisible()

  await test.step('two tokens: nothing waits for both branches', async () => {
    await node(page, 'Join').click()
    await choose(page, 'Kind', 'Decision: one way')
    const twice = findings(page).getByRole('button', { name: /“Send” runs twice here/ })
    await expect(twice).toBeVisible()
    await twice.click()
    await expect(tokenOn(page, 'Send')).toHaveText('2')
    await screenshot(page, 'findings-replayed')
    await expectAccessible(page, 'a finding that is replayed')
    await page.keyboard.press('Escape')
    await expect(tokenOn(page, 'Send')).toBeHidden()
    await findings(page).getByRole('button', { name: 'Wait for all branches' }).click()
    await expect(findings(page).getByText('Always comes to an end')).toBeVisible()
    await expect(twice).toBeHidden()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(twice).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(findings(page).getByText('Always comes to an end')).toBeVisible()
    await expect(twice).toBeHidden()
  })

  await test.step('a deadlock, and what never runs behind it', async () => {
    await node(page, 'Split').click()
    await choose(page, 'Kind', 'Decision: one way')
    const stuck = findings(page).getByRole('button', {
      name: /waits for a branch that can not come/,
    })
    await expect(stuck).toBeVisible()
    await stuck.click()
    await expect(tokenOn(page, 'Join')).toBeVisible()
    await expect(tokenOn(page, 'Join')).toHaveAttribute('data-waiting', '')
    const dead = findings(page).getByRole('button', { name: /“Send” never runs/ })
    await dead.click()
    await expect(tokenOn(page, 'Join')).toBeHidden()
    await expect(node(page, 'Send')).toHaveClass(/selected/)
    await page.emulateMedia({ colorScheme: 'dark' })
    await screenshot(page, 'findings-dark')
    await page.keyboard.press('Control+z')
    await expect(findings(page).getByText('Always comes to an end')).toBeVisible()
    await expect(stuck).toBeHidden()
    await expect(dead).toBeHidden()
  })
})

test('who does the steps is mended where it is found', async ({ browser }) => {
  const page = await opened(browser, null)
  const missing = findings(page).getByText(/^Choose who does/)
  await expect(missing).toHaveCount(3)
  const give = findings(page).getByRole('button', { name: 'Give to a role' })
  await give.first().click()
  await screenshot(page, 'findings-fix')
  await expectAccessible(page, 'a menu that mends a finding')
  await page.getByRole('menuitem', { name: 'Warehouse' }).first().click()
  await expect(missing).toHaveCount(2)
  await give.first().click()
  await page.getByRole('menuitem', { name: 'Warehouse' }).last().click()
  await expect(missing).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(missing).toHaveCount(2)
})

/** An editor with two branches at the same time, and a join that waits for both. */
async function opened(browser: Browser, roleOf: 'process' | null = 'process'): Promise<Page> {
  const { page } = await signUp(browser, 'fay')
  const team = await createTeam(page, 'Findings')
  const role = await post(page, `/api/teams/${team}/roles`, {
    name: 'Warehouse',
    color: '#336699',
    allowedPages: ['Tasks'],
  })
  const [model] = await importXml(page, team, drawing(roleOf && role.id))
  await page.goto(`/teams/${team}/processes/${model}`)
  await expect(node(page, 'Send')).toBeVisible()
  return page
}

function drawing(role: number | null): string {
  const flow = (id: string, from: string, to: string) =>
    `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`
  return `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
      xmlns:p="urn:processflow:bpmn:1.0" targetNamespace="urn:test">
    <bpmn:process id="Parcel" name="Parcel">
      ${role === null ? '' : `<bpmn:extensionElements><p:data>{"assignedRole": "${role}"}</p:data></bpmn:extensionElements>`}
      <bpmn:startEvent id="Start" name="Ordered"/><bpmn:parallelGateway id="Split"/>
      <bpmn:userTask id="Pack" name="Pack"/><bpmn:userTask id="Label" name="Label"/>
      <bpmn:parallelGateway id="Join"/><bpmn:userTask id="Send" name="Send"/><bpmn:endEvent id="End" name="Sent"/>
      ${flow('f1', 'Start', 'Split')}${flow('f2', 'Split', 'Pack')}${flow('f3', 'Split', 'Label')}
      ${flow('f4', 'Pack', 'Join')}${flow('f5', 'Label', 'Join')}${flow('f6', 'Join', 'Send')}${flow('f7', 'Send', 'End')}
    </bpmn:process></bpmn:definitions>`
}
