import { withName } from '../graph/placeholders'
import { withTextAt } from '../graph/variable-rename'
import type { Spot } from '../graph/variable-spots'
import type { Editing } from './editing'

/** Gives a variable another name in all places, in one step to undo. */
export function renameVariable(
  editing: Editing,
  places: readonly Spot[],
  from: string,
  to: string,
): void {
  editing.together(() => {
    for (const { element, where, text, spans } of places) {
      const changed = withName(text, spans, from, to)
      switch (where.in) {
        case 'data':
          editing.setData(element, element.businessObject, data =>
            withTextAt(data, where.path, changed),
          )
          break
        case 'name':
          editing.rename(element, element.businessObject, changed)
          break
        case 'condition':
          editing.setExpression(element, where.expression, changed)
          break
      }
    }
  })
}
