// Opening and saving a drawing of others changes nothing: all that was drawn and written is there, and it is read as before.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { createTeam, importXml, root, signUp, tokenOf } from './person'

const samples = process.env.PROCESSFLOW_SAMPLES ?? join(root, '..', 'shared', 'samples')

test.setTimeout(300_000)

test('every drawing of others is the same after it was opened and saved', async ({ browser }) => {
  test.skip(!existsSync(samples), `the drawings of others are not there: ${samples}`)
  const { page } = await signUp(browser, 'una')
  const team = await createTeam(page, 'Unchanged')
  const files = ['', 'reference'].flatMap(folder =>
    readdirSync(join(samples, folder))
      .filter(name => name.endsWith('.bpmn'))
      .map(name => join(samples, folder, name)),
  )
  expect(files.length).toBeGreaterThan(10)
  for (const file of files) {
    for (const model of await importXml(page, team, readFileSync(file))) {
      await test.step(`${file} ${model}`, () => unchanged(page, team, model, file))
    }
  }
})

/** What BPMN's schema says of an attribute that is not written; who writes it says nothing more. */
const DEFAULTS = [
  'cancelActivity=true',
  'completionQuantity=1',
  'eventGatewayType=Exclusive',
  'expressionLanguage=http://www.w3.org/1999/XPath',
  'gatewayDirection=Unspecified',
  'instantiate=false',
  'isClosed=false',
  'isForCompensation=false',
  'isInterrupting=true',
  'parallelMultiple=false',
  'processType=None',
  'startQuantity=1',
  'textFormat=text/plain',
  'triggeredByEvent=false',
  'typeLanguage=http://www.w3.org/2001/XMLSchema',
]

async function unchanged(page: Page, team: number, model: number, file: string): Promise<void> {
  const before = await known(page, model)
  await page.goto(`/teams/${team}/processes/${model}`)
  const title = page.getByRole('complementary', { name: 'Properties' }).getByLabel('Title')
  await expect(title).toBeEnabled()
  const called = await title.inputValue()
  // A drawing is written only after a change: this one is taken back.
  await title.fill('Another title')
  await title.press('Enter')
  await page.keyboard.press('Control+z')
  await expect(title).toHaveValue(called)
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible()
  expect((await draft(page, model)).etag).not.toBe(before.etag)
  const after = await known(page, model)
  const lost = missing(before.facts, after.facts)
  expect.soft(lost, `${file}: what was there before and is not now`).toEqual([])
  // Flows may be named at their nodes, too; how it is drawn may be told in more detail.
  const more = missing(after.facts, before.facts).filter(
    fact => !/ > (incoming|outgoing) \d/.test(fact) && !/BPMN(Diagram|Shape|Edge)/.test(fact),
  )
  expect.soft(more, `${file}: what was not there before`).toEqual([])
  expect.soft(after.checked, file).toEqual(before.checked)
}

/** The facts of one file that the other does not say, or not as often. */
function missing(here: [string, number][], there: [string, number][]): string[] {
  const left = new Map(there)
  return here.filter(([fact, times]) => (left.get(fact) ?? 0) < times).map(([fact]) => fact)
}

async function draft(page: Page, model: number): Promise<{ xml: string; etag: string }> {
  const answer = await page.request.get(`/api/process-models/${model}/diagram`)
  return { xml: await answer.text(), etag: answer.headers().etag ?? '' }
}

async function known(page: Page, model: number) {
  const { xml, etag } = await draft(page, model)
  const checked = await page.request.post(`/api/process-models/${model}/verify`, {
    headers: await tokenOf(page),
  })
  expect(checked.ok(), await checked.text()).toBe(true)
  return { etag, facts: await factsOf(page, xml), checked: await checked.json() }
}

/** All that a file says, whatever the order of what has an id and the prefixes of its names: each fact with how often it stands there. */
function factsOf(page: Page, xml: string): Promise<[string, number][]> {
  return page.evaluate(
    ([text, defaults]) => {
      const counts = new Map<string, number>()
      const say = (fact: string) => counts.set(fact, (counts.get(fact) ?? 0) + 1)
      const folded = (value: string) => value.replace(/\s+/g, ' ').trim()
      const plain = (value: string) => (/^-?\d+\.\d+$/.test(value) ? String(Number(value)) : value)
      function attribute(key: string, { name, localName, value }: Attr) {
        const bare = name === 'xsi:type' ? value.replace(/^.*:/, '') : value
        // Every waypoint is one; some tools say so each time.
        const redundant = /> waypoint \d+$/.test(key) && localName === 'type'
        if (name.startsWith('xmlns') || redundant) return
        if (!defaults.includes(`${localName}=${bare}`))
          say(`${key} ${localName}=${plain(folded(bare))}`)
      }
      function tell(element: Element, parent: string) {
        const id = element.getAttribute('id')
        const same = [...(element.parentElement?.children ?? [])].filter(
          each => each.localName === element.localName,
        )
        const key = id
          ? `${element.localName} ${id}`
          : `${parent} > ${element.localName} ${same.indexOf(element)}`
        say(key)
        for (const each of element.attributes) attribute(key, each)
        const own = [...element.childNodes].filter(
          node => node.nodeType === 3 || node.nodeType === 4,
        )
        const words = folded(own.map(node => node.textContent ?? '').join(''))
        if (words !== '') say(`${key} says ${words}`)
        for (const child of element.children) tell(child, key)
      }
      tell(new DOMParser().parseFromString(text, 'application/xml').documentElement, '')
      return [...counts]
    },
    [xml, DEFAULTS] as const,
  )
}
