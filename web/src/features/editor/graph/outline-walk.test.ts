import { expect, it } from 'vitest'
import type { OutlineEntry } from './outline'
import { destination, placed } from './outline-walk'

/** Lines like `2 branch yes`. */
function lines(...told: string[]): OutlineEntry[] {
  return told.map(line => {
    const [level, kind, id = ''] = line.split(' ')
    const businessObject = { $type: '', get: () => undefined }
    return {
      key: `${kind} ${id}`,
      kind: kind as OutlineEntry['kind'],
      element: { id, type: '', businessObject },
      level: Number(level),
      back: false,
    }
  })
}

const tree = lines(
  '1 node start',
  '1 node decision',
  '2 branch yes',
  '3 node ship',
  '3 node end',
  '2 branch no',
  '3 goto no',
)

function from(id: string, key: string, altKey = false): string | undefined {
  const at = tree.find(each => each.key.endsWith(` ${id}`))
  return destination(tree, at, { key, altKey })?.key
}

it('goes along the lines and stops at both ends', () => {
  expect(from('start', 'ArrowDown')).toBe('node decision')
  expect(from('ship', 'ArrowUp')).toBe('branch yes')
  expect(from('start', 'ArrowUp')).toBeUndefined()
  expect(from('ship', 'Home')).toBe('node start')
  expect(from('ship', 'End')).toBe('goto no')
})

it('passes a branch and the line that says where it goes on, which are one flow', () => {
  const goto = destination(tree, tree[5], { key: 'ArrowDown', altKey: false })
  expect(goto?.key).toBe('goto no')
  expect(destination(tree, goto, { key: 'ArrowUp', altKey: false })?.key).toBe('branch no')
})

it('goes into a branch and out of it', () => {
  expect(from('decision', 'ArrowRight')).toBe('branch yes')
  expect(from('end', 'ArrowLeft')).toBe('branch yes')
  expect(from('yes', 'ArrowLeft')).toBe('node decision')
  expect(from('start', 'ArrowRight')).toBeUndefined()
  expect(from('start', 'ArrowLeft')).toBeUndefined()
})

it('goes from branch to branch with Alt', () => {
  expect(from('yes', 'ArrowDown', true)).toBe('branch no')
  expect(from('end', 'ArrowDown', true)).toBe('branch no')
  expect(from('no', 'ArrowUp', true)).toBe('branch yes')
})

it('counts the lines inside of one line', () => {
  expect(placed(tree).map(({ key, place, among }) => `${key} ${place}/${among}`)).toEqual([
    'node start 1/2',
    'node decision 2/2',
    'branch yes 1/2',
    'node ship 1/2',
    'node end 2/2',
    'branch no 2/2',
    'goto no 1/1',
  ])
})
