// Runs whole stories on the packaged server, with a fresh data folder on a free port and the example activity server beside it:
// the main job with curl alone, the same in a browser, and a server that is killed in the middle of a call. Stops everything
// whatever happens. PROCESSFLOW_APP names the jar, JAVA_HOME the JDK, PROCESSFLOW_CHROMIUM the browser; ./processflow test sets
// all three. Arguments go to Playwright, and then only the browser is used: node web/e2e/run.mjs start-page.spec.ts
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { killedServer } from './killed-server.mjs'
import {
  freePort,
  root,
  showLogs,
  startActivityServer,
  startServer,
  stopAll,
  web,
  work,
} from './programs.mjs'

/** Runs a program to its end, its words among ours. */
async function run(what, command, args, options) {
  const child = spawn(command, args, { stdio: 'inherit', ...options })
  const status = await new Promise((done, failed) => {
    child.once('error', failed)
    child.once('exit', done)
  })
  if (status !== 0) throw new Error(`${what} failed; logs and traces are in ${work}`)
}

async function main() {
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  const began = Date.now()
  const port = await freePort()
  const url = `http://localhost:${port}`
  const [activities] = await Promise.all([
    startActivityServer(),
    startServer('server', port, 'data'),
  ])
  console.log(`The server was ready after ${((Date.now() - began) / 1000).toFixed(1)} s: ${url}`)
  const env = { ...process.env, PROCESSFLOW_URL: url, ACTIVITY_SERVER_URL: activities }
  const chosen = process.argv.slice(2)
  if (chosen.length === 0) {
    console.log('-- The main job with curl')
    await run('The main job', 'sh', [join(web, 'e2e', 'main-job.sh')], { cwd: root, env })
    console.log('-- A server killed in the middle of a call')
    await killedServer(activities)
    console.log('-- In the browser')
  }
  const playwright = join(web, 'node_modules', '@playwright', 'test', 'cli.js')
  await run('The browser tests', process.execPath, [playwright, 'test', ...chosen], {
    cwd: join(web, 'e2e'),
    env,
  })
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    process.exitCode = 1
    void stopAll().finally(() => process.exit())
  })
}

try {
  await main()
} catch (failure) {
  console.error(failure.message)
  showLogs()
  process.exitCode = 1
} finally {
  await stopAll()
}
