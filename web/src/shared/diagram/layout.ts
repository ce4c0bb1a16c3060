const SHAPE = /<(?:[\w.-]+:)?BPMNShape[\s/>]/

/** Whether the file says where its elements are drawn. */
export function hasLayout(xml: string): boolean {
  return SHAPE.test(xml)
}

/** The file with places for its elements, when it came without any. */
export async function withLayout(xml: string): Promise<string> {
  if (hasLayout(xml)) return xml
  const { layoutProcess } = await import('bpmn-auto-layout')
  return layoutProcess(xml)
}
