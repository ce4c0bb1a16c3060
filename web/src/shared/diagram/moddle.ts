/** Namespace of what the product itself writes into a drawing. */
export const NAMESPACE = 'urn:processflow:bpmn:1.0'

/** Tells bpmn-moddle about `<processflow:data>`: JSON text in one extension element. */
export const descriptor = {
  name: 'ProcessFlow',
  prefix: 'processflow',
  uri: NAMESPACE,
  xml: { tagAlias: 'lowerCase' },
  associations: [],
  types: [
    {
      name: 'Data',
      superClass: ['Element'],
      meta: { allowedIn: ['*'] },
      properties: [{ name: 'json', type: 'String', isBody: true }],
    },
  ],
}
