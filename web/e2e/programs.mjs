// Programs that the tests of the packaged server start, wait for, and stop.
import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const READY_WITHIN_SECONDS = 180

export const web = dirname(dirname(fileURLToPath(import.meta.url)))
export const root = dirname(web)
export const work = join(web, 'target', 'e2e')
const started = []

/** An environment variable that the launcher sets. */
export function needed(name) {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set; run these tests by ./processflow test`)
  return value
}

export const java = () => join(needed('JAVA_HOME'), 'bin', 'java')

export function freePort() {
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
export function launch(name, command, args, environment) {
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
export async function answers(program, url, satisfies) {
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

export async function stopAll() {
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

export function showLogs() {
  for (const program of started) console.error(`--- end of ${program.log}\n${tailOf(program.log)}`)
}

/** The packaged server; the port decides its address, the folder what it remembers. */
export async function startServer(name, port, data) {
  const url = `http://localhost:${port}`
  const app = resolve(root, needed('PROCESSFLOW_APP'))
  const server = launch(name, java(), ['-Xmx768m', '-jar', app], {
    SERVER_PORT: String(port),
    MANAGEMENT_SERVER_PORT: '0',
    PROCESSFLOW_BASE_URL: url,
    PROCESSFLOW_DATA: join(work, data),
    // Everybody in the stories comes from one address.
    PROCESSFLOW_ACCOUNT_LIMITS_SIGNUPS: '200',
  })
  await answers(server, `${url}/actuator/health/readiness`, answer => answer.ok)
  return server
}

/** The example activity server; gives its address. */
export async function startActivityServer() {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const source = join(root, 'examples', 'activity-server', 'ActivityServer.java')
  const server = launch('activity-server', java(), [source, String(port)], {})
  await answers(server, `${url}/health`, answer => answer.ok)
  return url
}
