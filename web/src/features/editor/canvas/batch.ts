import type CommandStack from 'diagram-js/lib/command/CommandStack'

const COMMAND = 'processflow.batch'

type Context = { run: () => void }

/** Several commands as one step to undo. */
export class Batch {
  static $inject = ['commandStack']

  constructor(private readonly commandStack: CommandStack) {
    commandStack.registerHandler(COMMAND, BatchHandler)
  }

  run(work: () => void): void {
    this.commandStack.execute(COMMAND, { run: work })
  }
}

class BatchHandler {
  preExecute(context: Context): void {
    context.run()
  }
}

export const batchModule = { __init__: ['batch'], batch: ['type', Batch] }
