// The main job as two people do it in their browsers: from two sign-ups to an instance that is completed.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, expect, type Page, test } from '@playwright/test'
import {
  choose,
  createTeam,
  defineLabelPrinter,
  expectMark,
  importFile,
  type Person,
  root,
  signUp,
} from './person'

const samples = process.env.PROCESSFLOW_SAMPLES ?? join(root, '..', 'shared', 'samples')

/** A drawing and the ids in it: what it is about is the same, the words are others. */
type Drawing = {
  file: string
  meet: string
  last: string
  lastName: RegExp
  label: string
  labelName: RegExp
  labelQuestion: RegExp
  pack: string
  packName: RegExp
  specialName: RegExp
}

const ours: Drawing = {
  file: join(root, 'docs', 'diagrams', 'ship-order.bpmn'),
  meet: 'Meet',
  last: 'PreparePickUp',
  lastName: /Prepare for pick-up/,
  label: 'WriteLabel',
  labelName: /Write package label/,
  labelQuestion: /label needed/,
  pack: 'PackGoods',
  packName: /Pack the goods/,
  specialName: /Ask a carrier/,
}

const theirs: Drawing = {
  file: join(samples, 'dispatch-of-goods.bpmn'),
  meet: 'ExclusiveGateway_0z5sib0',
  last: 'Task_0sl26uo',
  lastName: /Prepare for\s+picking up/,
  label: 'Task_0jsoxba',
  labelName: /Write package\s+label/,
  labelQuestion: /always/,
  pack: 'Task_05ftug5',
  packName: /Package goods/,
  specialName: /Get 3 offers/,
}

test.setTimeout(600_000)

test('two people do the main job with the drawing of the project', async ({ browser }) => {
  await mainJob(browser, ours)
})

test('two people do the main job with dispatch-of-goods', async ({ browser }) => {
  test.skip(!existsSync(theirs.file), `the drawing of others is not there: ${theirs.file}`)
  await mainJob(browser, theirs)
})

async function mainJob(browser: Browser, drawing: Drawing): Promise<void> {
  const anna = await test.step('anna signs up', () => signUp(browser, 'anna'))
  const ben = await test.step('ben signs up', () => signUp(browser, 'ben'))
  const team = await test.step('anna makes a team with three roles', () => makeTeam(anna))
  await test.step('ben is invited and accepts', () => invite(anna, ben, team))
  await defineLabelPrinter(anna.page, team)
  await test.step('the file is imported, its findings are read', () =>
    importDrawing(anna.page, team, drawing))
  await test.step('the drawing is repaired and bound', () => repair(anna.page, drawing))
  await test.step('it is published', () => publish(anna.page))
  const [without, withIt] = [{ special: 'no' }, { special: 'yes' }]
  await test.step('a run without special handling', () =>
    run(anna, ben, team, drawing, without.special))
  await test.step('a run with special handling', () =>
    run(anna, ben, team, drawing, withIt.special))
  await test.step('experience has arrived', async () => {
    await ben.page.goto(`/teams/${team}/tasks`)
    await expect(ben.page.getByRole('progressbar', { name: 'Level 1' })).toHaveAttribute(
      'aria-valuetext',
      '50 of 100 experience points',
    )
  })
}

async function makeTeam({ page, name }: Person): Promise<number> {
  const team = await createTeam(page, `Dispatch ${name}`)
  await page.goto(`/teams/${team}/team?tab=roles`)
  for (const role of ['Logistics', 'Secretary', 'Warehouse']) {
    await page.getByRole('button', { name: 'New role' }).first().click()
    const dialog = page.getByRole('dialog', { name: 'New role' })
    await dialog.getByLabel(/^Name/).fill(role)
    await dialog.getByRole('button', { name: 'Create role' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText(role, { exact: true }).first()).toBeVisible()
  }
  await page.goto(`/teams/${team}/team`)
  await page.getByRole('button', { name: `Actions for ${name}` }).click()
  await page.getByRole('menuitem', { name: 'Edit roles' }).click()
  const roles = page.getByRole('dialog', { name: `Roles of ${name}` })
  await roles.getByRole('checkbox', { name: /Logistics/ }).check()
  await roles.getByRole('checkbox', { name: /Secretary/ }).check()
  await roles.getByRole('button', { name: 'Save roles' }).click()
  await expect(roles).toBeHidden()
  return team
}

async function invite(anna: Person, ben: Person, team: number): Promise<void> {
  const { page } = anna
  await page.goto(`/teams/${team}/team`)
  await page.getByRole('button', { name: 'Invite a person' }).first().click()
  const dialog = page.getByRole('dialog', { name: /^Invite to/ })
  await dialog.getByLabel('E-mail address').fill(ben.email)
  await choose(page, 'Role', 'Warehouse')
  await dialog.getByRole('button', { name: 'Create invitation' }).click()
  const link = dialog.locator('input').and(dialog.getByLabel('Invitation link'))
  const address = new URL(await link.inputValue())
  await ben.page.goto(address.pathname + address.search)
  await ben.page.getByRole('button', { name: 'Accept' }).click()
  await expect(ben.page).toHaveURL(new RegExp(`/teams/${team}/tasks`))
}

async function importDrawing(page: Page, team: number, drawing: Drawing): Promise<void> {
  const report = await importFile(page, team, drawing.file)
  await report.getByRole('link', { name: 'Open process' }).click()
  await expect(
    page.getByRole('application').or(page.locator('.djs-container')).first(),
  ).toBeVisible()
  await expectMark(page)
  await page.getByRole('button', { name: 'Check process' }).click()
  const findings = page.getByRole('region', { name: 'Findings' })
  await expect(findings.getByText('Does not always run well')).toBeVisible()
  await expect(findings.getByText(/runs twice here/)).toContainText(drawing.lastName)
}

/** Selects an element of the drawing, wherever the canvas was moved to. */
async function select(page: Page, id: string): Promise<void> {
  await page.getByRole('button', { name: 'Fit drawing into view' }).click()
  await page.locator(`[data-element-id="${id}"] .djs-hit`).first().click()
}

async function saved(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible()
}

async function repair(page: Page, drawing: Drawing): Promise<void> {
  await select(page, drawing.meet)
  await choose(page, 'Kind', /^Parallel/)
  await select(page, drawing.label)
  await choose(page, 'Done by', 'Label printer')
  await page.getByLabel('Recipient').fill('Ms Example')
  await page.getByLabel('Result').fill('label')
  await page.getByLabel('Result').blur()
  await select(page, drawing.pack)
  await choose(page, 'Earns', 'Points')
  await page.getByLabel('Amount').fill('25')
  await page.getByLabel('Amount').blur()
  await expect(page.getByRole('status').filter({ hasText: /Unsaved|Saving/ })).toHaveCount(0)
  await saved(page)
  await page.getByRole('button', { name: 'Check process' }).click()
  const findings = page.getByRole('region', { name: 'Findings' })
  await expect(findings.getByText('Always comes to an end')).toBeVisible()
}

async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publish …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Publish version 1' })
  await dialog.getByLabel('What is new').fill('The first version')
  await dialog.getByRole('button', { name: 'Publish version 1' }).click()
  await expect(page.getByRole('button', { name: 'Start version 1' })).toBeVisible()
}

async function run(
  anna: Person,
  ben: Person,
  team: number,
  drawing: Drawing,
  special: string,
): Promise<void> {
  const { page } = anna
  await page.goto(`/teams/${team}/tasks`)
  await page.getByRole('button', { name: 'Start process' }).click()
  await page.getByRole('menuitem').first().click()
  await page
    .getByRole('dialog', { name: /^Start/ })
    .getByRole('button', { name: 'Start process' })
    .click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.goto(`/teams/${team}/instances`)
  const newest = page.getByRole('table').getByRole('link').first()
  await newest.click()
  await expect(page).toHaveURL(/\/instances\/\d+/)
  const address = page.url()

  const answers = { special, label: drawing.labelQuestion }
  await expect(async () => {
    await workOff(anna.page, team, answers)
    await workOff(ben.page, team, answers)
    await page.goto(address)
    await expect(
      page
        .locator('header')
        .filter({ has: page.getByRole('heading', { level: 1 }) })
        .getByText('Completed'),
    ).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 180_000 })
  await history(page, anna, ben, drawing, special)
}

/** Does every task of the worklist. */
async function workOff(
  page: Page,
  team: number,
  answers: { special: string; label: RegExp },
): Promise<void> {
  for (;;) {
    await page.goto(`/teams/${team}/tasks`)
    const list = page.getByRole('list', { name: 'Tasks' })
    await expect(list.or(page.getByText('New tasks appear here')).first()).toBeVisible()
    if ((await list.count()) === 0) return
    await list.getByRole('link').first().click()
    const task = page.getByRole('article')
    const title = (await task.getByRole('heading', { level: 2 }).textContent()) ?? ''
    const options = task.getByRole('radio')
    const button = task.getByRole('button', { name: /^(Complete task|Confirm step)/ })
    await expect(button).toBeVisible()
    if ((await options.count()) > 0) {
      const answer = /^Special/.test(title) ? answers.special : 'Yes'
      await task.getByRole('radio', { name: answer }).check()
    }
    await button.click()
    await expect(page.getByRole('status').filter({ hasText: 'Done' })).toBeVisible()
  }
}

async function history(
  page: Page,
  anna: Person,
  ben: Person,
  drawing: Drawing,
  special: string,
): Promise<void> {
  await expectMark(page)
  const steps = page.getByRole('tabpanel').getByRole('listitem')
  const did = (name: RegExp, person: Person) =>
    steps.filter({ hasText: name }).filter({ hasText: person.name })
  await expect(did(drawing.packName, ben)).toHaveCount(1)
  await expect(did(drawing.lastName, ben)).toHaveCount(1)
  await expect(did(/^\d+Special/, anna)).toHaveCount(1)
  await expect(steps.filter({ hasText: drawing.labelName })).toHaveCount(special === 'no' ? 1 : 0)
  await expect(steps.filter({ hasText: drawing.specialName })).toHaveCount(
    special === 'yes' ? 1 : 0,
  )
  await expect(steps.filter({ hasNotText: 'Completed' })).toHaveCount(0)
  await page.getByRole('tab', { name: 'Variables' }).click()
  await expect(page.getByText(/^PF-\d+ Ms Example/)).toHaveCount(special === 'no' ? 1 : 0)
  await page.getByRole('tab', { name: 'Rewards' }).click()
  await expect(page.getByRole('tabpanel').getByRole('listitem')).toContainText([ben.name])
}
