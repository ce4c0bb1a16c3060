// What leaves the product: an independent bpmn-js, as published, opens every export without a warning; pictures are pictures.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, type Download, expect, type Page, test } from '@playwright/test'
import { createTeam, importFile, importXml, root, signUp } from './person'

const samples = process.env.PROCESSFLOW_SAMPLES ?? join(root, '..', 'shared', 'samples')
const diagrams = join(root, 'docs', 'diagrams')
const viewer = readFileSync(
  createRequire(import.meta.url).resolve('bpmn-js/dist/bpmn-viewer.production.min.js'),
  'utf8',
)

test.setTimeout(300_000)

/** The warnings of bpmn-js, and the ids of what it has drawn. */
type Opened = { warnings: string[]; drawn: string[] }

/** Opens a drawing in a page of nothing but bpmn-js. */
async function opener(browser: Browser): Promise<(xml: string) => Promise<Opened>> {
  const page = await (await browser.newContext()).newPage()
  await page.setContent('<div id="canvas" style="height: 800px"></div>')
  await page.evaluate(viewer)
  return xml =>
    page.evaluate(async text => {
      type Made = {
        importXML: (xml: string) => Promise<{ warnings: { message: string }[] }>
        get: (name: string) => { getAll: () => { id: string }[] }
        destroy: () => void
      }
      const { BpmnJS } = window as unknown as { BpmnJS: new (options: object) => Made }
      const made = new BpmnJS({ container: '#canvas' })
      try {
        const { warnings } = await made.importXML(text)
        const drawn = made.get('elementRegistry').getAll()
        return { warnings: warnings.map(one => one.message), drawn: drawn.map(one => one.id) }
      } finally {
        made.destroy()
      }
    }, xml)
}

/** Imports a file over the API; gives the drafts of the models it made. */
async function imported(page: Page, team: number, file: string): Promise<string[]> {
  const models = await importXml(page, team, readFileSync(file))
  return Promise.all(
    models.map(async id => {
      const draft = await page.request.get(`/api/process-models/${id}/diagram`)
      expect(draft.headers()['content-type']).toContain('application/xml')
      expect(draft.headers().etag).toMatch(/^"\d+"$/)
      return draft.text()
    }),
  )
}

/** The ids of the shapes and edges a file has places for. */
function placed(xml: string): string[] {
  const places = xml.matchAll(
    /<[\w.:-]*BPMN(?:Shape|Edge)\b[^>]*\sbpmnElement="(?:[\w.-]+:)?([^"]+)"/g,
  )
  return [...places].map(([, id]) => id ?? '')
}

/** A copy of one of our diagrams that says what there is, but not where. */
function withoutPlaces(name: string): string {
  const drawn = readFileSync(join(diagrams, name), 'utf8')
  const bare = test.info().outputPath(name)
  writeFileSync(bare, drawn.replace(/<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, ''))
  return bare
}

/** The draft of the process whose page is open. */
async function draftShown(page: Page): Promise<string> {
  const id = /(\d+)$/.exec(new URL(page.url()).pathname)?.[1]
  return (await page.request.get(`/api/process-models/${id}/diagram`)).text()
}

async function textOf(download: Download): Promise<string> {
  return (await bytesOf(download)).toString('utf8')
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFileSync(await download.path())
}

/** Chooses an entry of the menu that is open, and takes the file it gives. */
async function taken(page: Page, entry: string): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: entry }).click(),
  ])
  return download
}

test('bpmn-js opens what others drew after an import and an export', async ({ browser }) => {
  test.skip(!existsSync(samples), `the drawings of others are not there: ${samples}`)
  const { page } = await signUp(browser, 'eva')
  const team = await createTeam(page, 'Exports')
  const open = await opener(browser)
  const files = ['', 'reference'].flatMap(folder =>
    readdirSync(join(samples, folder))
      .filter(name => name.endsWith('.bpmn'))
      .map(name => join(samples, folder, name)),
  )
  expect(files.length).toBeGreaterThan(10)
  for (const file of files) {
    await test.step(file, async () => {
      for (const xml of await imported(page, team, file)) {
        const { warnings, drawn } = await open(xml)
        expect(warnings, file).toEqual([])
        expect(
          placed(xml).filter(id => !drawn.includes(id)),
          file,
        ).toEqual([])
      }
    })
  }
})

test('the editor exports every kind of step as BPMN, SVG and PNG', async ({ browser }) => {
  const { page } = await signUp(browser, 'eva')
  const team = await createTeam(page, 'Exports')
  const open = await opener(browser)
  const report = await importFile(page, team, join(diagrams, 'every-kind-of-step.bpmn'))
  await report.getByRole('link', { name: 'Open process' }).click()
  await expect(page.locator('[data-element-id="Bonus"]').first()).toBeVisible()
  const chosen = async (entry: string) => {
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    return taken(page, entry)
  }

  const bpmn = await chosen('BPMN file')
  expect(bpmn.suggestedFilename()).toBe('every-kind-of-step.bpmn')
  const xml = await textOf(bpmn)
  const { warnings, drawn } = await open(xml)
  expect(warnings).toEqual([])
  expect(drawn).toEqual(expect.arrayContaining(['Start', 'Amount', 'Large', 'Check', 'Split']))
  expect(drawn).toEqual(expect.arrayContaining(['Join', 'Note', 'Bonus', 'End', 'Quick']))
  expect(xml).toContain('default="No"')
  expect(xml).toMatch(/id="Yes"[^>]*>\s*<bpmn:conditionExpression[^>]*>\$\{amount (>|&gt;) 1000\}/)
  expect(xml.match(/<bpmn:categoryValueRef>QuickValue</g)).toHaveLength(2)
  expect(xml).toContain('<processflow:data>{"secondsToComplete":"3600"')

  const svg = await textOf(await chosen('Picture (SVG)'))
  expect(svg).toContain('Within one hour')
  expect(svg, 'a picture has its colours in itself').not.toContain('var(--')

  const png = await bytesOf(await chosen('Picture (PNG)'))
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect(png.readUInt32BE(16), 'as wide as the drawing, twice as sharp').toBeGreaterThan(2000)
})

test('the list exports a process too, and gives places to a drawing without any', async ({
  browser,
}) => {
  const { page } = await signUp(browser, 'eva')
  const team = await createTeam(page, 'Exports')
  const open = await opener(browser)
  await importFile(page, team, withoutPlaces('every-kind-of-step.bpmn'))
  await page.goto(`/teams/${team}/processes`)
  await page.getByRole('button', { name: 'More actions for Every kind of step' }).click()
  const xml = await textOf(await taken(page, 'BPMN file'))
  const opened = await open(xml)
  expect(opened.warnings).toEqual([])
  expect(opened.drawn).toEqual(expect.arrayContaining(['Start', 'Yes', 'Quick', 'End']))
  expect(xml.match(/<bpmn:categoryValueRef>QuickValue</g)).toHaveLength(2)

  await test.step('the editor keeps the places it found', async () => {
    await page.getByRole('link', { name: 'Every kind of step' }).click()
    await expect(page.locator('[data-element-id="Bonus"]').first()).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible()
    const kept = await draftShown(page)
    expect((await open(kept)).warnings).toEqual([])
    expect(placed(kept)).toEqual(expect.arrayContaining(['Start', 'Yes', 'Quick', 'End']))
  })
})

test('a step of a drawing without places stays in its lane when it is moved', async ({
  browser,
}) => {
  const { page } = await signUp(browser, 'eva')
  const team = await createTeam(page, 'Exports')
  const open = await opener(browser)
  const report = await importFile(page, team, withoutPlaces('ship-order.bpmn'))
  await report.getByRole('link', { name: 'Open process' }).click()
  const step = page.locator('[data-element-id="PackGoods"] .djs-hit').first()
  await expect(step).toBeVisible()
  const members = (xml: string) => xml.match(/<bpmn:flowNodeRef>/g)?.length
  const before = await expect
    .poll(() => draftShown(page))
    .toContain('BPMNShape')
    .then(() => draftShown(page))
  expect((await open(before)).warnings).toEqual([])

  const box = await step.boundingBox()
  if (!box) throw new Error('The step is not drawn')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 20, y, { steps: 4 })
  await page.mouse.move(x + 25, y, { steps: 2 })
  await page.mouse.up()
  await expect.poll(() => draftShown(page)).not.toBe(before)
  expect(members(await draftShown(page))).toBe(members(before))
})
