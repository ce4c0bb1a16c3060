import { expect, it } from 'vitest'
import type { Drawn } from '@/shared/diagram/model'
import { edgeOf, tidied } from './tidy'

const businessObject = { $type: 'bpmn:Task', get: () => undefined }

function shape(id: string, x: number, y: number, more: Partial<Drawn> = {}): Drawn {
  return { id, type: 'bpmn:Task', businessObject, x, y, width: 100, height: 80, ...more } as Drawn
}

it('takes what the layout knows', () => {
  const place = { x: 5, y: 6, width: 100, height: 80 }
  const { boxes } = tidied([shape('a', 0, 0)], { boxes: new Map([['a', place]]), ways: new Map() })
  expect(boxes.get('a')).toEqual(place)
})

it('keeps what lies in a step, hangs at it or is tied to it beside it', () => {
  const step = shape('step', 100, 100)
  const inner = shape('inner', 110, 110, { parent: step })
  const boundary = { ...shape('boundary', 150, 160), host: step }
  const note = shape('note', 300, 20)
  note.incoming = [{ ...shape('tie', 0, 0), source: step, target: note }]
  const known = {
    boxes: new Map([['step', { x: 500, y: 0, width: 100, height: 80 }]]),
    ways: new Map(),
  }
  const { boxes } = tidied([step, inner, boundary, note], known)
  expect(boxes.get('inner')).toMatchObject({ x: 510, y: 10 })
  expect(boxes.get('boundary')).toMatchObject({ x: 550, y: 60 })
  expect(boxes.get('note')).toMatchObject({ x: 700, y: -80 })
})

it('draws what has no way of its own straight from edge to edge', () => {
  const [a, b] = [shape('a', 0, 0), shape('b', 300, 0)]
  const tie = { ...businessObjectOf('tie'), source: a, target: b, waypoints: [] }
  const { ways } = tidied([a, b, tie], { boxes: new Map(), ways: new Map() })
  expect(ways.get('tie')).toEqual([
    { x: 100, y: 40 },
    { x: 300, y: 40 },
  ])
})

it('leaves a box where the line cuts its side', () => {
  expect(edgeOf({ x: 0, y: 0, width: 100, height: 80 }, { x: 50, y: 400 })).toEqual({
    x: 50,
    y: 80,
  })
  expect(edgeOf({ x: 0, y: 0, width: 100, height: 100 }, { x: 500, y: 500 })).toEqual({
    x: 100,
    y: 100,
  })
})

function businessObjectOf(id: string): Drawn {
  return { id, type: 'bpmn:Association', businessObject }
}
