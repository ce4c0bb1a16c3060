// From a file of another tool to the first task, in the browser alone: the roles it speaks of are made on the way.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, expect, test } from '@playwright/test'
import {
  choose,
  createTeam,
  expectAccessible,
  importFile,
  root,
  screenshot,
  signUp,
} from './person'

const samples = process.env.PROCESSFLOW_SAMPLES ?? join(root, '..', 'shared', 'samples')
const theirs = join(samples, 'dispatch-of-goods.bpmn')

test('the roles of the project’s drawing are made with one press', ({ browser }) =>
  fromFileToTask(browser, join(root, 'docs', 'diagrams', 'ship-order.bpmn')))

test('the roles of dispatch-of-goods are made with one press', async ({ browser }) => {
  test.skip(!existsSync(theirs), `the drawing of others is not there: ${theirs}`)
  await fromFileToTask(browser, theirs)
})

test('a file without lanes is given to one role', async ({ browser }) => {
  const { page } = await signUp(browser, 'ida')
  const team = await createTeam(page, 'Imports')
  const file = join(root, 'docs', 'diagrams', 'every-kind-of-step.bpmn')
  const report = await importFile(page, team, file)
  await expect(report.getByText(/steps belong to nobody yet/)).toBeVisible()
  await choose(page, 'Role', /./)
  await expectAccessible(page, 'the report of an import without lanes')
  await screenshot(page, 'import-nobody')
  await report.getByRole('button', { name: /^Give it \d+ steps/ }).click()
  await expect(report.getByText(/belong to nobody yet/)).toBeHidden()
  await expect(report.getByText('Must be fixed before publishing')).toBeHidden()
  await expect(report.getByText('Worth a look')).toBeHidden()
})

async function fromFileToTask(browser: Browser, file: string): Promise<void> {
  const { page } = await signUp(browser, 'ida')
  const team = await createTeam(page, 'Imports')
  const report = await importFile(page, team, file)
  await expect(report.getByText('3 roles are missing in the team')).toBeVisible()
  await expect(report.getByText('Must be fixed before publishing')).toBeVisible()
  await expectAccessible(page, 'the report of an import with roles to make')
  await screenshot(page, 'import-roles')

  await report.getByRole('button', { name: 'Create 3 roles' }).click()
  await expect(report.getByText('3 roles are missing in the team')).toBeHidden()
  await expect(report.getByText('Must be fixed before publishing')).toBeHidden()
  await expect(report.getByText(/runs twice here/)).toBeVisible()

  await report.getByRole('link', { name: 'Open process' }).click()
  await page.getByRole('button', { name: 'Publish …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Publish version 1' })
  await dialog.getByRole('button', { name: 'Publish version 1' }).click()
  await dialog.getByRole('button', { name: /anyway/i }).click()
  await page.getByRole('button', { name: 'Start version 1' }).click()
  await page
    .getByRole('dialog', { name: /^Start/ })
    .getByRole('button', { name: 'Start process' })
    .click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.goto(`/teams/${team}/tasks`)
  await expect(page.getByRole('list', { name: 'Tasks' }).getByRole('link').first()).toBeVisible()
}
