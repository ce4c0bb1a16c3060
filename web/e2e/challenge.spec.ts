// A challenge is drawn around steps; who is inside belongs to it, and that is written down.
import { expect, type Page, test } from '@playwright/test'
import { createTeam, importXml, post, screenshot, signUp } from './person'

test('what is moved into a challenge belongs to it', async ({ browser }) => {
  const { page } = await signUp(browser, 'cleo')
  const team = await createTeam(page, 'Challenges')
  const role = await post(page, `/api/teams/${team}/roles`, {
    name: 'Warehouse',
    color: '#336699',
    allowedPages: ['Tasks'],
  })
  const [model] = await importXml(page, team, drawing(role.id))
  await page.goto(`/teams/${team}/processes/${model}`)
  const step = page.locator('.djs-shape[data-element-id="Pack"]')
  await expect(step).toBeVisible()
  const members = async () =>
    (await draft(page, model)).match(/<bpmn:userTask id="(\w+)"[^>]*>\s*<bpmn:categoryValueRef>/g)
      ?.length ?? 0

  await test.step('a frame around both steps', async () => {
    const box = await step.boundingBox()
    if (!box) throw new Error('The step is not drawn')
    await page.locator('.djs-palette .entry[data-action="create.challenge"]').click()
    const [x, y] = [box.x + box.width + 20, box.y + box.height / 2 + 90]
    await page.mouse.move(x - 5, y - 5)
    await page.mouse.move(x, y)
    await page.mouse.click(x, y)
    const panel = page.getByRole('complementary', { name: 'Properties' })
    await expect(panel.getByRole('heading', { name: 'Challenge' })).toBeVisible()
    await panel.getByLabel('Title').fill('Within ten minutes')
    await panel.getByLabel('Title').press('Tab')
    await panel.getByLabel('Seconds to complete').fill('600')
    await panel.getByLabel('Seconds to complete').press('Tab')
    await expect.poll(members).toBe(2)
    expect(await draft(page, model)).toContain('"secondsToComplete":"600"')
    expect(await draft(page, model)).toContain('value="Within ten minutes"')
    await expect(page.getByRole('region', { name: 'Findings' })).toContainText(
      'Always comes to an end',
    )
    await screenshot(page, 'challenge')
  })

  await test.step('a step that is moved out does not belong to it any more', async () => {
    const box = await step.boundingBox()
    if (!box) throw new Error('The step is not drawn')
    const [x, y] = [box.x + 20, box.y + box.height - 15]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x, y - 100, { steps: 5 })
    await page.mouse.move(x, y - 180, { steps: 5 })
    await page.mouse.up()
    await expect.poll(members).toBe(1)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(members).toBe(2)
  })

  await test.step('without its frame there is no challenge', async () => {
    const frame = await page.locator('.djs-frame > .djs-visual').boundingBox()
    if (!frame) throw new Error('The frame is not drawn')
    await page.mouse.click(frame.x + 1, frame.y + frame.height - 60)
    await page.keyboard.press('Delete')
    await expect.poll(members).toBe(0)
    expect(await draft(page, model)).not.toContain('categoryValueRef')
  })
})

async function draft(page: Page, model: number | undefined): Promise<string> {
  return (await page.request.get(`/api/process-models/${model}/diagram`)).text()
}

function drawing(role: number): string {
  const flow = (id: string, from: string, to: string) =>
    `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`
  return `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
      xmlns:p="urn:processflow:bpmn:1.0" targetNamespace="urn:test">
    <bpmn:process id="Parcel" name="Parcel">
      <bpmn:extensionElements><p:data>{"assignedRole": "${role}"}</p:data></bpmn:extensionElements>
      <bpmn:startEvent id="Start"/><bpmn:userTask id="Pack" name="Pack"/><bpmn:userTask id="Send" name="Send"/>
      <bpmn:endEvent id="End"/>${flow('f1', 'Start', 'Pack')}${flow('f2', 'Pack', 'Send')}${flow('f3', 'Send', 'End')}
    </bpmn:process></bpmn:definitions>`
}
