import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, expect, type Locator, type Page } from '@playwright/test'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A person with a browser of their own. */
export type Person = { name: string; email: string; page: Page }

let people = 0

export async function signUp(browser: Browser, called: string): Promise<Person> {
  people += 1
  const name = `${called}-${Date.now().toString(36)}-${people}`
  const page = await (await browser.newContext()).newPage()
  const person = { name, email: `${name}@example.org`, page }
  await page.goto('/sign-up')
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('User name').fill(name)
  await page.getByLabel(/^Password/).fill(`violet harbour ${people} at dawn`)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page).toHaveURL(/\/dashboard/)
  return person
}

/** What a request of the person who is signed in on the page has to carry to change anything. */
export async function tokenOf(page: Page): Promise<{ 'X-XSRF-TOKEN': string }> {
  const cookies = await page.context().cookies()
  return { 'X-XSRF-TOKEN': cookies.find(cookie => cookie.name === 'XSRF-TOKEN')?.value ?? '' }
}

/** Asks the API as the person who is signed in on the page. */
export async function post(page: Page, path: string, data: unknown): Promise<{ id: number }> {
  const answer = await page.request.post(path, { data, headers: await tokenOf(page) })
  expect(answer.status(), await answer.text()).toBe(201)
  return answer.json()
}

/** Imports a file over the API; gives the numbers of the models it made. */
export async function importXml(page: Page, team: number, xml: string | Buffer): Promise<number[]> {
  const answer = await page.request.post(`/api/teams/${team}/process-models/import`, {
    data: xml,
    headers: { ...(await tokenOf(page)), 'Content-Type': 'application/xml' },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  const { processModels } = (await answer.json()) as { processModels: { id: number }[] }
  return processModels.map(({ id }) => id)
}

/** Makes a team; gives the number in its address. */
export async function createTeam(page: Page, name: string): Promise<number> {
  await page.goto('/dashboard')
  await page.getByRole('button', { name: 'Create team' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Create a team' })
  await dialog.getByLabel('Name of the team').fill(name)
  await dialog.getByRole('button', { name: 'Create team' }).click()
  await expect(page).toHaveURL(/\/teams\/\d+/)
  return Number(/\/teams\/(\d+)/.exec(page.url())?.[1])
}

/** Gives a role of the team to its first member. */
export async function giveRole(page: Page, team: number, role: number): Promise<void> {
  const members = await page.request.get(`/api/teams/${team}/members`)
  const { items } = (await members.json()) as {
    items: { userId: string; roles: { id: number }[] }[]
  }
  const [me] = items
  const roleIds = [...(me?.roles ?? []).map(each => each.id), role]
  const answer = await page.request.put(`/api/teams/${team}/members/${me?.userId}/roles`, {
    data: { roleIds },
    headers: await tokenOf(page),
  })
  expect(answer.ok(), await answer.text()).toBe(true)
}

/** The second one comes into the team as an owner. */
export async function joinAs(page: Page, other: Person, team: number): Promise<void> {
  const { items } = await page.request.get(`/api/teams/${team}/roles`).then(roles => roles.json())
  const role = items.find((each: { name: string }) => /owner/i.test(each.name)) ?? items[0]
  const invited = await post(page, `/api/teams/${team}/invitations`, {
    email: other.email,
    roleId: role.id,
  })
  const { pathname, search } = new URL((invited as unknown as { link: string }).link)
  await other.page.goto(pathname + search)
  await other.page.getByRole('button', { name: 'Accept' }).click()
  await expect(other.page).toHaveURL(new RegExp(`/teams/${team}`))
}

/** The automatic activity of the team that the example activity server does. */
export async function defineLabelPrinter(page: Page, team: number): Promise<void> {
  const url = process.env.ACTIVITY_SERVER_URL
  if (!url) throw new Error('ACTIVITY_SERVER_URL is not set')
  const { id } = await post(page, `/api/teams/${team}/node-definitions`, {
    visibility: 'Team',
    definition: {
      name: 'Label printer',
      shortDescription: 'Writes a label',
      icon: 'Tag',
      executionMode: 'Automatic',
      executionUrl: `${url}/label`,
      optionsDefinition: {
        title: 'Label',
        structure: [
          { type: 'input', keyString: 'recipient', label: 'Recipient' },
          { type: 'VariableNameInput', keyString: 'outputs.labelVariableName', label: 'Result' },
        ],
      },
    },
  })
  const added = await page.request.put(`/api/teams/${team}/editor/node-definitions/${id}`, {
    headers: await tokenOf(page),
  })
  expect(added.ok(), await added.text()).toBe(true)
}

/** Imports a file on the page of processes and opens what came of it. */
export async function importFile(page: Page, team: number, file: string): Promise<Locator> {
  await page.goto(`/teams/${team}/processes`)
  await expect(page.getByRole('button', { name: 'Import BPMN' }).first()).toBeVisible()
  await page.locator('input[type=file]').first().setInputFiles(file)
  const dialog = page.getByRole('dialog', { name: /imported/ })
  await expect(dialog, `the report about ${basename(file)}`).toBeVisible()
  return dialog
}

export async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page
    .locator('input')
    .and(page.getByLabel(label, { exact: true }))
    .first()
    .click()
  await page.getByRole('option', { name: option }).click()
}

/** Presses a key until what is looked for has the focus. */
export async function pressUntil(page: Page, key: string, wanted: Locator, focus = ':focus') {
  for (let times = 0; times < 120; times += 1) {
    if ((await wanted.and(page.locator(focus)).count()) > 0) return
    await page.keyboard.press(key)
  }
  await expect(wanted.first(), `reached with ${key}`).toBeFocused()
}

/** The licence asks for it: wherever a drawing is shown, the mark is there, whole, and under nothing. */
export async function expectMark(page: Page): Promise<void> {
  const mark = page.locator('a.bjs-powered-by')
  await expect(mark).toBeVisible()
  const uncovered = await mark.evaluate(element => {
    const box = element.getBoundingClientRect()
    const places = [0.1, 0.5, 0.9].flatMap(x => [0.1, 0.5, 0.9].map(y => [x, y] as const))
    return places.every(([x, y]) => {
      const top = document.elementFromPoint(box.x + x * box.width, box.y + y * box.height)
      return top !== null && element.contains(top)
    })
  })
  expect(uncovered, 'nothing lies on the mark of bpmn.io').toBe(true)
}

type Violation = {
  id: string
  impact: string | null
  nodes: { html: string; failureSummary?: string }[]
}

/** No violation that keeps somebody from using the page, by axe-core. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // Evaluated by the debugger, because the content policy rightly forbids foreign scripts.
  await page.evaluate(axe)
  const violations = await page.evaluate(async () => {
    const { axe: loaded } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: Violation[] }> }
    }
    const { violations } = await loaded.run({ resultTypes: ['violations'] })
    return violations
  })
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({ id, where: nodes.map(node => node.html.slice(0, 200)).slice(0, 5) }))
  // Softly, so that one run tells about every page.
  expect.soft(serious, what).toEqual([])
}

export async function screenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(root, 'target', 'screenshots', `${name}.png`) })
}
