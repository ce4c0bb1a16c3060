// Trying a process before anything happens: the order process is played on both ways of its gateway.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { createTeam, expectAccessible, importXml, post, screenshot, signUp } from './person'

test('the order process is simulated on both ways of its gateway', async ({ browser }) => {
  const page = await opened(browser)
  const panel = page.getByRole('complementary', { name: 'Simulation' })
  const drawing = page.getByRole('region', { name: 'Drawing of the process, simulated' })
  await page.getByRole('button', { name: 'Simulate' }).click()
  await expect(page.getByRole('button', { name: 'Publish …' })).toBeHidden()
  await expect(panel.getByLabel('productList')).toBeFocused()
  await page.keyboard.type('["books", "pens"]')
  await page.keyboard.press('Enter')

  await test.step('everything is there: it is shipped', async () => {
    const check = panel.getByRole('region', { name: 'Check availability' })
    await expect(check.getByText('Done by Warehouse')).toBeVisible()
    await expectTokenOn(drawing.locator('[data-container-id=Check]'))
    await screenshot(page, 'simulation')
    await expectAccessible(page, 'a simulation')
    await check.getByLabel(/^books/).check()
    await check.getByLabel(/^pens/).check()
    await page.keyboard.press('Control+Enter')
    const ship = panel.getByRole('region', { name: 'Ship products' })
    await expect(ship.getByText('Send books, pens')).toBeVisible()
    await expectTokenOn(drawing.locator('[data-container-id=Ship]'))
    await expect(panel.getByText('+20 experience for Check availability')).toBeVisible()
    await ship.getByRole('button', { name: 'Confirm step' }).click()
    await expect(panel.getByText('The process has come to its end.')).toBeFocused()
    await expect(drawing.locator('.pf-token')).toHaveCount(0)
  })

  await test.step('two steps back something is missing: the server cancels, or fails', async () => {
    await panel.getByRole('button', { name: 'One step back' }).click()
    await expect(panel.getByRole('region', { name: 'Ship products' })).toBeVisible()
    await panel.getByRole('button', { name: 'One step back' }).click()
    const check = panel.getByRole('region', { name: 'Check availability' })
    await check.getByLabel(/^books/).uncheck()
    await check.getByLabel(/^pens/).check()
    await check.getByRole('button', { name: 'Complete task' }).click()
    const cancel = panel.getByRole('region', { name: 'Cancel order' })
    await cancel.getByLabel('Error message').fill('The shop is closed')
    await cancel.getByRole('button', { name: 'Report an error' }).click()
    await expect(cancel.getByText('The shop is closed')).toBeVisible()
    await cancel.getByRole('button', { name: 'Try step again' }).click()
    await cancel.getByRole('button', { name: 'Set another variable' }).click()
    await cancel.getByLabel('Variable', { exact: true }).fill('refund')
    await cancel.getByLabel('Value', { exact: true }).fill('12.50')
    await cancel.getByRole('button', { name: 'Answer like this' }).click()
    await expect(panel.getByText('The process has come to its end.')).toBeVisible()
    await expect(panel.getByRole('region', { name: 'Variables' })).toContainText('refund')
    await screenshot(page, 'simulation-ended')
  })

  await page.getByRole('button', { name: 'End simulation' }).click()
  await expect(page.getByRole('button', { name: 'Publish …' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Simulate' })).toBeFocused()
})

async function expectTokenOn(element: ReturnType<Page['locator']>): Promise<void> {
  await expect(element.locator('.pf-token')).toBeVisible()
}

/** An editor with the order process in it. */
async function opened(browser: Browser): Promise<Page> {
  const { page } = await signUp(browser, 'sim')
  const team = await createTeam(page, 'Simulations')
  const role = await post(page, `/api/teams/${team}/roles`, {
    name: 'Warehouse',
    color: '#336699',
    allowedPages: ['Tasks'],
  })
  const [model] = await importXml(page, team, order(role.id))
  await page.goto(`/teams/${team}/processes/${model}`)
  await expect(page.getByRole('button', { name: 'Simulate' })).toBeEnabled()
  return page
}

function order(role: number): string {
  const data = (settings: object) =>
    `<bpmn:extensionElements><p:data>${JSON.stringify(settings)}</p:data></bpmn:extensionElements>`
  const check = {
    activityType: 'Multiple Choice',
    choices: '{productList}',
    outputs: { userInputVariableName: 'available' },
    gamificationType: 'Points',
    gamificationOptions: {
      pointType: 'Experience',
      pointsApplicationMethod: 'incrementBy',
      pointsForSuccess: '20',
    },
  }
  const enough = { value1: '{available}', comparison: '==', value2: '{productList}' }
  const flow = (id: string, from: string, to: string) =>
    `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`
  return `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
      xmlns:p="urn:processflow:bpmn:1.0" targetNamespace="urn:test">
    <bpmn:process id="Order" name="Order">${data({ assignedRole: String(role) })}
      <bpmn:startEvent id="Start">${data({ outputs: { 'inputVariableNames-0': 'productList' } })}</bpmn:startEvent>
      <bpmn:userTask id="Check" name="Check availability">${data(check)}</bpmn:userTask>
      <bpmn:exclusiveGateway id="Enough" name="All there?" default="No">${data(enough)}</bpmn:exclusiveGateway>
      <bpmn:userTask id="Ship" name="Ship products">${data({ description: 'Send {productList}' })}</bpmn:userTask>
      <bpmn:serviceTask id="Cancel" name="Cancel order">${data({ executionMode: 'Automatic', executionUrl: 'https://example.org/cancel' })}</bpmn:serviceTask>
      <bpmn:endEvent id="Shipped"/><bpmn:endEvent id="Cancelled"/>
      ${flow('Begin', 'Start', 'Check')}${flow('Checked', 'Check', 'Enough')}
      ${flow('Yes', 'Enough', 'Ship')}${flow('No', 'Enough', 'Cancel')}
      ${flow('Sent', 'Ship', 'Shipped')}${flow('Told', 'Cancel', 'Cancelled')}
    </bpmn:process></bpmn:definitions>`
}
