// The server is killed (kill -9) while calls to two activity servers are under way, and started again on the same folder. One
// call was never answered, so it goes out again under the same webhook-id; the other one was taken, and its answer comes while
// nobody listens. Nothing is lost and nothing happens twice.
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { freePort, startServer } from './programs.mjs'

const WITHIN_SECONDS = 120

/** A person at the API: keeps cookies, and throws with the answer when the status is another one. */
class Person {
  #url
  #cookies = new Map()

  constructor(url) {
    this.#url = url
  }

  async ask(expected, method, path, body, headers = {}) {
    const answer = await fetch(this.#url + path, {
      method,
      headers: {
        cookie: [...this.#cookies].map(pair => pair.join('=')).join('; '),
        'x-xsrf-token': this.#cookies.get('XSRF-TOKEN') ?? '',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)
      this.#cookies.set(name, value)
    }
    const text = await answer.text()
    assert.equal(answer.status, expected, `${method} ${path}: ${text}`)
    return { headers: answer.headers, json: text.startsWith('{') ? JSON.parse(text) : null }
  }
}

/** Asks until the answer satisfies, for at most so long. */
async function until(what, look) {
  const deadline = Date.now() + WITHIN_SECONDS * 1000
  let last
  while (Date.now() < deadline) {
    last = await look()
    if (last) return last
    await new Promise(next => setTimeout(next, 200))
  }
  throw new Error(`${what} did not happen within ${WITHIN_SECONDS} s`)
}

/** An activity server that keeps what it is sent, and only answers once it is told to. */
async function silentActivityServer() {
  const calls = []
  let taking = false
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    calls.push({
      id: request.headers['webhook-id'],
      signature: request.headers['webhook-signature'],
      body: JSON.parse(body),
    })
    if (taking) response.writeHead(202).end()
  })
  const port = await freePort()
  await new Promise(done => server.listen(port, '127.0.0.1', done))
  return {
    url: `http://localhost:${port}/work`,
    calls,
    take: () => {
      taking = true
    },
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

const step = (id, name, data) => `
    <bpmn:serviceTask id="${id}" name="${name}">
      <bpmn:extensionElements><processflow:data>${JSON.stringify(data)}</processflow:data></bpmn:extensionElements>
    </bpmn:serviceTask>`

const flow = (from, to) => `
    <bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}" />`

function drawing(silent, late) {
  const reward = {
    gamificationType: 'Points',
    gamificationOptions: {
      pointType: 'Experience',
      pointsApplicationMethod: 'incrementBy',
      pointsForSuccess: '10',
    },
  }
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:processflow="urn:processflow:bpmn:1.0" id="D">
  <bpmn:process id="P" name="Two servers">
    <bpmn:startEvent id="Start" />
    <bpmn:parallelGateway id="Split" />${step('Silent', 'Never answered', { nodeDefinitionId: silent, ...reward })}${step(
      'Late',
      'Answered while nobody listens',
      { nodeDefinitionId: late, delaySeconds: '2', 'outputs.labelVariableName': 'late', ...reward },
    )}
    <bpmn:parallelGateway id="Join" />
    <bpmn:endEvent id="End" />${[
      ['Start', 'Split'],
      ['Split', 'Silent'],
      ['Split', 'Late'],
      ['Silent', 'Join'],
      ['Late', 'Join'],
      ['Join', 'End'],
    ]
      .map(([from, to]) => flow(from, to))
      .join('')}
  </bpmn:process>
</bpmn:definitions>`
}

async function define(person, team, name, executionUrl) {
  const made = await person.ask(201, 'POST', `/api/teams/${team}/node-definitions`, {
    visibility: 'Team',
    definition: {
      name,
      shortDescription: name,
      icon: 'Server',
      executionMode: 'Automatic',
      executionUrl,
    },
  })
  return made.json.id
}

async function begin(person, silentUrl, lateUrl) {
  await person.ask(401, 'GET', '/api/auth/session')
  await person.ask(201, 'POST', '/api/auth/sign-up', {
    email: 'kim@example.org',
    password: 'violet harbour at dawn',
    username: 'kim',
  })
  await person.ask(200, 'GET', '/api/auth/session')
  const team = (await person.ask(201, 'POST', '/api/teams', { name: 'Killed' })).json.id
  const xml = drawing(
    await define(person, team, 'Silent', silentUrl),
    await define(person, team, 'Late', lateUrl),
  )
  const imported = await person.ask(201, 'POST', `/api/teams/${team}/process-models/import`, xml, {
    'content-type': 'application/xml',
  })
  const model = imported.json.processModels[0].id
  await person.ask(201, 'POST', `/api/process-models/${model}/publish`, { force: true })
  const begun = await person.ask(200, 'POST', '/api/instance/create', {
    processModelId: model,
    inputs: {},
  })
  return { team, instance: begun.json.processInstanceId }
}

async function answer(call, expected, status) {
  const response = await fetch(call.body.responsePath, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      flowElementInstanceId: call.body.flowElementInstanceId,
      data: { silent: 'done' },
    }),
  })
  const text = await response.text()
  assert.equal(response.status, expected, text)
  assert.equal(JSON.parse(text).status, status)
}

/** @param lateUrl the example activity server, which repeats its answers until somebody takes them */
export async function killedServer(lateUrl) {
  const port = await freePort()
  const silent = await silentActivityServer()
  try {
    const first = await startServer('killed-server', port, 'killed-data')
    const person = new Person(`http://localhost:${port}`)
    const { team, instance } = await begin(person, silent.url, `${lateUrl}/label`)
    const view = async () =>
      (await person.ask(200, 'GET', `/api/process-instances/${instance}`)).json
    await until('the call to the silent server', () => silent.calls.length === 1)
    first.child.kill('SIGKILL')
    await first.end
    console.log('ok  killed while the calls are under way')

    silent.take()
    const second = await startServer('restarted-server', port, 'killed-data')
    await until('the second call to the silent server', () => silent.calls.length === 2)
    const [before, after] = silent.calls
    assert.equal(after.id, before.id)
    assert.deepEqual(after.body, before.body)
    assert.match(after.signature, /^v1,/)
    console.log('ok  the call goes out again: same webhook-id, same addresses, same data')

    await answer(after, 200, 'accepted')
    await answer(before, 200, 'duplicate')
    console.log('ok  its answer is taken once')

    const done = await until('the end of the instance', async () => {
      const seen = await view()
      return seen.status === 'Completed' && seen
    })
    assert.deepEqual(Object.keys(done.variables).sort(), ['late', 'silent'])
    assert.equal(done.elements.filter(one => one.status !== 'Completed').length, 0)
    assert.equal(done.history.filter(one => one.actor === 'activity-server').length, 2)
    console.log(
      'ok  the answer that came while nobody listened has arrived too; the instance is completed',
    )

    assert.equal(done.rewards.length, 2)
    const mine = await person.ask(200, 'GET', `/api/teams/${team}/statistics/me`)
    assert.equal(mine.json.experience, 20)
    assert.equal(silent.calls.length, 2)
    console.log('ok  each reward was granted once')
    second.child.kill('SIGTERM')
    await second.end
  } finally {
    silent.close()
  }
}
