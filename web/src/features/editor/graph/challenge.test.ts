import { expect, it } from 'vitest'
import { drawing } from '@/test/drawing'
import { lastNodes, nodesBetween } from './challenge'

const nodes = drawing(
  'Start>pick',
  'pick>pack',
  'pick>label',
  'pack>send',
  'label>send',
  'send>pick',
  'send>bill',
)

function node(id: string) {
  const found = nodes.find(each => each.id === id)
  if (!found) throw new Error(`${id} is not drawn`)
  return found
}

const names = (found: readonly { id: string }[]) => found.map(each => each.id).sort()

it('takes every way from the one to the other', () => {
  expect(names(nodesBetween(node('pick'), node('send')))).toEqual(['label', 'pack', 'pick', 'send'])
})

it('takes a node alone, when it ends where it begins', () => {
  const alone = drawing('Start>a', 'a>b')
  const [, a] = alone
  expect(a && names(nodesBetween(a, a))).toEqual(['a'])
})

it('leaves out what leads nowhere to the last one', () => {
  expect(names(nodesBetween(node('label'), node('bill')))).not.toContain('Start')
  expect(names(nodesBetween(node('Start'), node('label')))).not.toContain('bill')
})

it('offers what comes after a node, and never a start', () => {
  expect(names(lastNodes(node('send')))).toEqual(['bill', 'label', 'pack', 'pick', 'send'])
  expect(lastNodes(node('Start'))).toEqual([])
})
