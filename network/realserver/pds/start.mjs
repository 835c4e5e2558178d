// The real Bluesky server for tests: a directory of identities (PLC) kept in a file, and the PDS, both on 127.0.0.1 only.
// node start.mjs SETTINGS, where SETTINGS is JSON: modules, data, name, port, directoryPort, limits.
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Server } from 'node:net'
import { join } from 'node:path'

const settings = JSON.parse(process.argv[2])
const require = createRequire(join(settings.modules, 'package.json'))

// Both servers listen on every interface and have no setting for it.
const listen = Server.prototype.listen
Server.prototype.listen = function (port) {
  return listen.call(this, { port, host: '127.0.0.1' })
}

const { PlcServer, Database } = require('@did-plc/server')
const { PDS, envToCfg, envToSecrets } = require('@atproto/pds')

// The directory's own database for tests forgets everything at the end, so that what it is told is written down and told again.
async function directory() {
  const db = Database.mock()
  const said = join(settings.data, 'directory.jsonl')
  if (existsSync(said)) {
    for (const line of readFileSync(said, 'utf8').split('\n').filter(Boolean)) {
      const { did, operation } = JSON.parse(line)
      await db.validateAndAddOp(did, operation)
    }
  }
  const add = db.validateAndAddOp.bind(db)
  db.validateAndAddOp = async (did, operation) => {
    await add(did, operation)
    appendFileSync(said, JSON.stringify({ did, operation }) + '\n')
  }
  return PlcServer.create({ db, port: settings.directoryPort })
}

mkdirSync(join(settings.data, 'blobs'), { recursive: true })
await (await directory()).start()

const env = {
  port: settings.port,
  hostname: settings.name, // localhost calls itself http with its port, every other name https without one
  serviceHandleDomains: ['.test'],
  devMode: true,
  disableSsrfProtection: true,
  inviteRequired: false,
  dataDirectory: settings.data,
  blobstoreDiskLocation: join(settings.data, 'blobs'),
  blobstoreDiskTmpLocation: join(settings.data, 'blobs-coming'),
  didPlcUrl: `http://127.0.0.1:${settings.directoryPort}`,
  rateLimitsEnabled: settings.limits,
  jwtSecret: 'of no worth',
  dpopSecret: '00'.repeat(32),
  adminPassword: 'of no worth',
  plcRotationKeyK256PrivateKeyHex: '01'.repeat(32),
}
const server = await PDS.create(envToCfg(env), envToSecrets(env))
await server.start()
