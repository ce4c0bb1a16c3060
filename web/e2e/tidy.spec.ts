// A drawing is laid out anew in one step that can be taken back; what it means stays as it is.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { createTeam, importXml, root, screenshot, signUp } from './person'

test('tidying up is one step to undo and changes no meaning', async ({ browser }) => {
  const { page } = await signUp(browser, 'tia')
  const team = await createTeam(page, 'Tidy')
  const file = readFileSync(join(root, 'docs', 'diagrams', 'ship-order.bpmn'))
  const [model] = await importXml(page, team, file)
  const before = await draft(page, model)
  await page.goto(`/teams/${team}/processes/${model}`)
  await expect(page.locator('.djs-shape[data-element-id="ChooseShipping"]')).toBeVisible()

  await page.getByRole('button', { name: 'Tidy up' }).click()
  await expect.poll(async () => placesOf(await draft(page, model))).not.toEqual(placesOf(before))
  const tidy = await draft(page, model)
  await screenshot(page, 'tidy')
  expect(Object.keys(placesOf(tidy))).toEqual(Object.keys(placesOf(before)))
  expect(lanesLeft(tidy)).toEqual([])
  const undo = page.getByRole('button', { name: 'Undo' })
  await undo.click()
  await expect(undo).toBeDisabled()
  await expect.poll(async () => placesOf(await draft(page, model))).toEqual(placesOf(before))
  expect(meaningOf(await draft(page, model))).toBe(meaningOf(tidy))

  await test.step('by its key on the canvas', async () => {
    await page.locator('.djs-shape[data-element-id="ChooseShipping"]').click()
    await page.keyboard.press('l')
    await expect.poll(async () => placesOf(await draft(page, model))).toEqual(placesOf(tidy))
  })
})

async function draft(page: Page, model: number | undefined): Promise<string> {
  return (await page.request.get(`/api/process-models/${model}/diagram`)).text()
}

/** All but where it is drawn. */
function meaningOf(xml: string): string {
  return xml.replace(/<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, '')
}

type Box = { x: number; y: number; width: number; height: number }

/** Where each shape is drawn, by its id, in the order of the ids. */
function placesOf(xml: string): Record<string, Box> {
  const shapes = xml.matchAll(
    /<bpmndi:BPMNShape [^>]*bpmnElement="([^"]+)"[^>]*>\s*<dc:Bounds x="([^"]+)" y="([^"]+)" width="([^"]+)" height="([^"]+)"/g,
  )
  const places = [...shapes].map(([, id = '', ...numbers]): [string, Box] => {
    const [x = 0, y = 0, width = 0, height = 0] = numbers.map(Number)
    return [id, { x, y, width, height }]
  })
  return Object.fromEntries(places.sort(([one], [other]) => one.localeCompare(other)))
}

/** Nodes that are not drawn inside of their lane. */
function lanesLeft(xml: string): string[] {
  const places = placesOf(xml)
  const lanes = [...xml.matchAll(/<bpmn:lane id="([^"]+)"[\s\S]*?<\/bpmn:lane>/g)]
  return lanes.flatMap(([text, id = '']) => {
    const lane = places[id]
    const members = [...text.matchAll(/<bpmn:flowNodeRef>([^<]+)</g)].map(([, node = '']) => node)
    return members.filter(node => !lane || !holds(lane, places[node]))
  })
}

function holds(outer: Box, inner: Box | undefined): boolean {
  return (
    inner !== undefined &&
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  )
}
