// The team's activities are found by their names and drawn with their settings.
import { expect, test } from '@playwright/test'
import {
  createTeam,
  defineLabelPrinter,
  expectAccessible,
  importXml,
  screenshot,
  signUp,
} from './person'

test('an activity of the team is searched and put after a step', async ({ browser }) => {
  const { page } = await signUp(browser, 'acto')
  const team = await createTeam(page, 'Activities')
  await defineLabelPrinter(page, team)
  const [model] = await importXml(
    page,
    team,
    `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:test">
      <bpmn:process id="P" name="Parcel"><bpmn:startEvent id="Start"/></bpmn:process></bpmn:definitions>`,
  )
  await page.goto(`/teams/${team}/processes/${model}`)
  await page.locator('.djs-shape[data-element-id="Start"]').click()
  await page.locator('.djs-context-pad .entry[data-action="append.activity"]').click()
  const menu = page.locator('.djs-popup')
  await expect(menu.getByText('Activities of the team')).toBeVisible()
  await page.keyboard.type('label')
  await expect(menu.locator('.entry')).toHaveCount(1)
  await screenshot(page, 'activities')
  await expectAccessible(page, 'the menu of activities')
  await page.keyboard.press('Enter')

  const panel = page.getByRole('complementary', { name: 'Properties' })
  await expect(panel.getByLabel('Title')).toHaveValue('Label printer')
  await expect(panel.getByLabel('Done by').first()).toHaveValue('Label printer')
  await expect(panel.getByLabel('Recipient')).toBeVisible()
  await expect(page.locator('.djs-connection')).toHaveCount(1)

  await page.getByRole('button', { name: 'Outline' }).click()
  await page.getByRole('treeitem', { name: 'Start' }).click()
  await page.keyboard.press('a')
  await page.getByRole('menuitem', { name: 'Label printer' }).click()
  await expect(page.getByRole('treeitem', { name: 'Automatic step: Label printer' })).toHaveCount(2)
})
