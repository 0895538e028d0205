import { mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { snippetFor } from '@klankbord/shared/widget'
import { createApp, mountFiles, mountLab } from './app.ts'
import { startActor } from './bulk-acts/actor.ts'
import { runCommand } from './commands.ts'
import { type Config, ConfigError, readConfig, readDemoConfig } from './config.ts'
import { isReady } from './db/open.ts'
import { composers, ticks } from './deliveries.ts'
import { fillDemo } from './demo/fill-demo.ts'
import { mountDemo } from './demo/http.ts'
import { foundOrganisation } from './members/found-organisation.ts'
import { type Opened, openDeps } from './open-deps.ts'
import type { Rounds } from './outbox/rounds.ts'
import { startWorker, type Worker } from './outbox/worker.ts'
import { startAnswerer } from './outcomes/answerer.ts'
import { evaluateRouting } from './routing-eval.ts'
import { foundSite } from './sites/found-site.ts'
import { type Suggester, startSuggester } from './suggestions/suggester.ts'
import { keepAssets } from './widget-build.ts'

/** Longest that a stop waits for requests that are under way. */
const PATIENCE_MS = 10_000

/** A head or a body that comes no further keeps a connection from others; these end it. */
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 1_000 }

const DEMO_OWNER = { email: 'demo@klankbord.example', password: 'klankbord-demo' }

/* The process: configuration → database → app and worker → stop both on SIGTERM. */

async function start(isDemo: boolean, isDev: boolean) {
  const demoFolder = isDemo ? mkdtempSync(join(tmpdir(), 'klankbord-demo-')) : null
  if (demoFolder) process.once('exit', () => rmSync(demoFolder, { recursive: true, force: true }))
  const config = demoFolder ? readDemoConfig(demoFolder, DEMO_OWNER) : readConfig()
  const opened = await openDeps(config)
  const { db } = opened
  const stopping = new AbortController()
  const deps = { ...opened.deps, stopping: stopping.signal }
  const { organisationId, setUpUrl } = await foundOrganisation(deps, { ...(config.firstOwner && { firstOwner: config.firstOwner }) })
  const siteKey = await foundSite(deps, organisationId)
  if (isDemo) await fillDemo(deps, organisationId, siteKey)
  const app = createApp(deps, () => isReady(db))
  if (isDemo) mountDemo(app, siteKey)
  if (isDev) mountLab(app)
  await keepAssets(config)
  mountFiles(app, deps)
  const worker = startWorker(deps, composers, ticks)
  const suggester = startSuggester(deps)
  const actor = startActor(deps)
  const answerer = startAnswerer(deps)
  const server = serve({ fetch: app.fetch, hostname: config.host, port: config.port, serverOptions: TIMEOUTS }, () =>
    isDemo ? welcomeToDemo(config.publicUrl) : welcome(config.publicUrl, setUpUrl, siteKey),
  ) as Server
  server.once('error', (error) => fail(whyNotListening(error, config)))
  stopOnSignal(server, [worker, suggester, actor, answerer], stopping, opened)
}

function whyNotListening(error: NodeJS.ErrnoException, { host, port }: Config): string {
  const wrong = ['EADDRINUSE', 'EACCES'].includes(error.code ?? '') ? 'PORT' : 'HOST'
  return `${wrong}: ${port} on ${host} can’t be used (${error.message})`
}

function welcome(publicUrl: string, setUpUrl: string | null, siteKey: string) {
  const lines = setUpUrl
    ? [`Klankbord is ready to be set up: ${setUpUrl}`, 'Paste this into your site:', `  ${snippetFor(publicUrl, siteKey)}`]
    : [`Klankbord runs at ${publicUrl}/admin`]
  process.stdout.write(`${lines.join('\n')}\n`)
}

function welcomeToDemo(publicUrl: string) {
  const { email, password } = DEMO_OWNER
  const lines = [
    `The company's site, with the widget: ${publicUrl}/demo`,
    `What its colleagues see:             ${publicUrl}/admin`,
    `Sign in with ${email} and the password ${password}`,
    'All of it is thrown away when you stop this.',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** Finishes what was accepted, then ends with 0; a second signal does not wait. */
function stopOnSignal(server: Server, working: (Worker | Suggester | Rounds)[], stopping: AbortController, { deps, close }: Opened) {
  const stop = async () => {
    if (stopping.signal.aborted) process.exit(1)
    stopping.abort()
    await Promise.all([closeServer(server), ...working.map((one) => one.stop())])
    await close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stop().catch((error) => {
        deps.log.error({ err: error }, 'stop')
        process.exit(1)
      })
    })
  }
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection that is kept alive becomes idle when its request has been answered.
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    const late = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
    server.close(() => {
      clearInterval(idle)
      clearTimeout(late)
      resolve()
    })
  })
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

async function command(args: string[]) {
  // Whoever reads may have seen enough (`| head`): the work is done all the same.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  const print = (line: string) => process.stdout.write(`${line}\n`)
  // It looks at files only, so a configuration that is wrong is no reason not to.
  process.exitCode = args[0] === 'routing-eval' ? await evaluateRouting(args.slice(1), print) : await runCommand(args, readConfig(), print)
}

const args = process.argv.slice(2)
const [first] = args
const run = !args.length || first === '--demo' || first === '--dev' ? start(first === '--demo', first === '--dev') : command(args)
run.catch((error) => {
  if (error instanceof ConfigError) fail(error.message)
  fail(error instanceof Error ? (error.stack ?? error.message) : String(error))
})
