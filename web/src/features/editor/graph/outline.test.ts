import { expect, it } from 'vitest'
import { drawing } from '@/test/drawing'
import { outlineOf } from './outline'

function told(...flows: string[]): string[] {
  return outlineOf(drawing(...flows)).map(
    ({ kind, element, level, back }) =>
      `${level} ${kind} ${element.id}${kind === 'goto' && back ? ' back' : ''}`,
  )
}

it('tells a sequence from its start, whatever was drawn first', () => {
  expect(told('a>b', 'S>a')).toEqual(['1 node S', '1 node a', '1 node b'])
})

it('tells the branches inside, and the join once after them', () => {
  expect(told('S>g', 'g>a', 'g>b', 'a>j', 'b>j', 'j>e')).toEqual([
    '1 node S',
    '1 node g',
    '2 branch g>a',
    '3 node a',
    '3 goto a>j',
    '2 branch g>b',
    '3 node b',
    '3 goto b>j',
    '1 node j',
    '1 node e',
  ])
})

it('says where a loop leads back to', () => {
  expect(told('S>m', 'm>a', 'a>m', 'a>e')).toEqual([
    '1 node S',
    '1 node m',
    '1 node a',
    '2 branch a>m',
    '3 goto a>m back',
    '2 branch a>e',
    '3 node e',
  ])
})

it('tells several ends each in its branch', () => {
  expect(told('S>g', 'g>e1', 'g>e2')).toEqual([
    '1 node S',
    '1 node g',
    '2 branch g>e1',
    '3 node e1',
    '2 branch g>e2',
    '3 node e2',
  ])
})

it('tells every node once, also what no start leads to', () => {
  expect(told('S>a', 'x>y', 'y>x')).toEqual([
    '1 node S',
    '1 node a',
    '1 node x',
    '1 node y',
    '1 goto y>x back',
  ])
})
