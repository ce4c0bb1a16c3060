import i18next from 'i18next'
import { expect, it } from 'vitest'
import { ApiProblem } from '@/shared/api/problem'
import '@/test/render'
import { found, javaPackage } from '@/test/project-files'
import { isTold, publicText } from './problem-text'

const codes = found(
  javaPackage('bpmn/src/main/java/io/processflow/bpmn'),
  /new BpmnProblem\(\s*"([\w-]+)"/g,
)

it('has words for every refusal of a file', () => {
  expect(codes).toEqual(expect.arrayContaining(['doctype', 'gateway-cycle', 'too-deep']))
  expect(codes.filter(code => !isTold(code))).toEqual([])
})

it.each([
  [{ line: 12 }, 'Line 12'],
  [{ line: 12, elementId: 'Task_1' }, 'Line 12, element Task_1'],
  [{ elementId: 'Task_1' }, 'Element Task_1'],
  [{}, undefined],
])('tells where in the file it is wrong: %o', (extra, place) => {
  const problem = new ApiProblem({ status: 422, code: 'duplicate-id', title: '', extra })
  expect(publicText(i18next.getFixedT('en', 'common'), problem)).toEqual({
    title: 'Several elements of the file have the same id.',
    detail: place,
  })
})
