// Maven calls this: install and build only when what they depend on has changed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const stamps = join(here, 'target', 'web-stamps')
const installInputs = ['package.json', 'package-lock.json', '.npmrc']
const configInputs = ['index.html', 'tsconfig.json', 'vite.config.ts', 'biome.json', 'build.mjs']
const sourceInputs = ['src', 'public', 'e2e']
// Tests compare the words for findings and refusals with those that the server knows, and lay out our diagram.
const testInputs = [
  '../bpmn/src/main/java/io/processflow/bpmn',
  '../docs/diagrams',
  '../server/src/main/java/io/processflow/server/model/NodeChecks.java',
]

function filesUnder(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap(name => filesUnder(join(path, name)))
}

function fingerprint(paths) {
  const hash = createHash('sha256').update(process.version)
  for (const file of paths.flatMap(path => filesUnder(join(here, path)))) {
    hash.update(relative(here, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function run(command, ...args) {
  const result = spawnSync(command, args, { cwd: here, stdio: 'inherit' })
  if (result.error) throw result.error
  if (result.status !== 0) process.exit(result.status ?? 1)
}

/** Does the work unless the stamp says that it was done for the same inputs; stamps it only after success. */
function once(name, inputs, output, work) {
  const stamp = join(stamps, name)
  const now = fingerprint(inputs)
  const done =
    existsSync(join(here, output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now
  if (done) {
    console.log(`web ${name}: up to date`)
    return
  }
  work()
  mkdirSync(stamps, { recursive: true })
  writeFileSync(stamp, now)
}

const install = () => once('install', installInputs, 'node_modules', () => run('npm', 'ci'))
const build = () =>
  once('build', [...installInputs, ...configInputs, ...sourceInputs], 'dist/index.html', () => {
    run('npm', 'run', '--silent', 'check')
    run('npx', 'vite', 'build')
    // Maven copies but never deletes: files of the last build would stay in the jar.
    rmSync(join(here, 'target', 'classes', 'META-INF', 'resources'), {
      recursive: true,
      force: true,
    })
  })
const test = () =>
  once(
    'test',
    [...installInputs, ...configInputs, ...sourceInputs, ...testInputs],
    'node_modules',
    () => run('npm', 'run', '--silent', 'test'),
  )

if (process.argv[2] === 'test') {
  test()
} else {
  install()
  build()
}
