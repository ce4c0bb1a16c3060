// Runs the browser tests against the packaged server: starts it on a free port with a fresh data folder, and an activity
// server beside it; stops both whatever happens. PROCESSFLOW_APP names the jar, JAVA_HOME the JDK, PROCESSFLOW_CHROMIUM the
// browser; ./processflow test sets all three. Arguments go to Playwright: node web/e2e/run.mjs start-page.spec.ts
import { spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const READY_WITHIN_SECONDS = 180

const web = dirname(dirname(fileURLToPath(import.meta.url)))
const root = dirname(web)
const work = join(web, 'target', 'e2e')
const started = []

function needed(name) {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set; run the browser tests by ./processflow test`)
  return value
}

function freePort() {
  return new Promise((found, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => found(port))
    })
  })
}

/** Starts a program whose words go to a log file; remembers it, so that it is stopped at the end. */
function launch(name, command, args, environment) {
  const log = join(work, `${name}.log`)
  const file = openSync(log, 'w')
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', file, file],
  })
  closeSync(file)
  const program = { name, log, child, ended: null }
  program.end = new Promise(done => {
    child.once('error', error => done(String(error)))
    child.once('exit', (code, signal) => done(signal ?? `status ${code}`))
  }).then(how => {
    program.ended = how
  })
  started.push(program)
  return program
}

/** Asks until an answer comes that satisfies; a program that ends meanwhile will never give one. */
async function answers(program, url, satisfies) {
  const deadline = Date.now() + READY_WITHIN_SECONDS * 1000
  let last = 'no answer yet'
  while (Date.now() < deadline) {
    if (program.ended) throw new Error(`${program.name} ended at its start: ${program.ended}`)
    try {
      const answer = await fetch(url)
      if (satisfies(answer)) return
      last = `status ${answer.status}`
    } catch (refused) {
      last = String(refused.cause ?? refused)
    }
    await new Promise(next => setTimeout(next, 200))
  }
  throw new Error(`${program.name} was not ready after ${READY_WITHIN_SECONDS} s: ${last}`)
}

async function stopAll() {
  for (const program of started) {
    if (!program.ended) program.child.kill('SIGTERM')
    const forced = setTimeout(() => program.child.kill('SIGKILL'), 40_000)
    await program.end
    clearTimeout(forced)
  }
}

function tailOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(-80).join('\n') : ''
}

async function startServer(java) {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const app = resolve(root, needed('PROCESSFLOW_APP'))
  const server = launch('server', java, ['-Xmx768m', '-jar', app], {
    SERVER_PORT: String(port),
    MANAGEMENT_SERVER_PORT: '0',
    PROCESSFLOW_BASE_URL: url,
    PROCESSFLOW_DATA: join(work, 'data'),
  })
  await answers(server, `${url}/actuator/health/readiness`, answer => answer.ok)
  return url
}

async function startActivityServer(java) {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const source = join(root, 'examples', 'activity-server', 'ActivityServer.java')
  const server = launch('activity-server', java, [source, String(port)], {})
  await answers(server, url, () => true)
  return url
}

async function main() {
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  const java = join(needed('JAVA_HOME'), 'bin', 'java')
  const began = Date.now()
  const [url, activities] = await Promise.all([startServer(java), startActivityServer(java)])
  console.log(`The server was ready after ${((Date.now() - began) / 1000).toFixed(1)} s: ${url}`)
  const playwright = join(web, 'node_modules', '@playwright', 'test', 'cli.js')
  const tests = spawn(process.execPath, [playwright, 'test', ...process.argv.slice(2)], {
    cwd: join(web, 'e2e'),
    env: { ...process.env, PROCESSFLOW_URL: url, ACTIVITY_SERVER_URL: activities },
    stdio: 'inherit',
  })
  const status = await new Promise((done, failed) => {
    tests.once('error', failed)
    tests.once('exit', done)
  })
  if (status !== 0) throw new Error(`The browser tests failed; logs and traces are in ${work}`)
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
  for (const program of started) console.error(`--- end of ${program.log}\n${tailOf(program.log)}`)
  process.exitCode = 1
} finally {
  await stopAll()
}
