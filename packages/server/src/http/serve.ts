import type { PictureFile } from '@klankbord/shared/attachments'
import type { Access, Endpoint } from '@klankbord/shared/endpoint'
import { atLeast } from '@klankbord/shared/members'
import type { Hono } from 'hono'
import type * as z from 'zod'
import type { Scope } from '../db/scope.ts'
import { ProblemError } from '../problem-error.ts'
import { answerIfChanged, answerNothing, answerPacked } from './answer.ts'
import { answerAgain, mayCarryKey } from './answer-again.ts'
import type { Env, RequestContext } from './context.ts'
import { readCsv } from './csv.ts'
import { SANDBOX_POLICY } from './headers.ts'
import { readBytes } from './read-bytes.ts'
import { sendEvents } from './send-events.ts'
import { sendPicture } from './send-picture.ts'

/** What a handler is given beside its input. */
export interface Call {
  scope: Scope
  /** The request's `Idempotency-Key`; empty where the endpoint takes none. */
  key: string
  /** The body where the endpoint takes it as it is; empty elsewhere. */
  bytes: Uint8Array
  c: RequestContext
}

const NO_BYTES = new Uint8Array()

type Handler<Input extends z.ZodType, Output extends z.ZodType> = (input: z.output<Input>, call: Call) => Promise<z.input<Output> | ReadableStream>

/**
 * Puts an endpoint of the contract on the app: who may call it, then the shape of the request, then its values, then the handler. A refusal is thrown as `ProblemError`.
 * The output is typed by the contract and not checked again.
 */
export function serve<Input extends z.ZodType, Output extends z.ZodType>(
  app: Hono<Env>,
  endpoint: Endpoint<Input, Output>,
  handle: Handler<Input, Output>,
) {
  app.on(endpoint.method, endpoint.path, async (c) => {
    const scope = c.get('scope')
    requireAccess(endpoint.access, scope)
    const key = endpoint.idempotent ? requireKey(c.req.header('Idempotency-Key')) : ''
    const input = check(endpoint.input, await readInput(c, endpoint))
    // Endpoints with public access have no scope; their handlers find their own tenant.
    const bytes = endpoint.mostBytes === null ? NO_BYTES : await readBytes(c, endpoint.mostBytes)
    const act = (scope: Scope | undefined) => handle(input, { scope: scope as Scope, key, bytes, c })
    const again = mayCarryKey(endpoint) ? c.req.header('Idempotency-Key') : undefined
    const deps = c.get('deps')
    const output = again && scope && deps ? await answerAgain(deps, { endpoint, scope, key: requireKey(again), input }, act) : await act(scope)
    if (endpoint.produces === 'events') return sendEvents(c, output as unknown as ReadableStream)
    if (endpoint.produces === 'picture') return sendPicture(c, output as PictureFile)
    if (endpoint.produces === 'html') return c.html(String(output), 200, { 'Content-Security-Policy': SANDBOX_POLICY })
    if (endpoint.produces === 'page') return c.html(String(output), 200, { 'Cache-Control': 'no-store' })
    if (endpoint.etag) return answerIfChanged(c, output as object)
    return endpoint.status === 204 ? answerNothing(c, 204) : answerPacked(c, JSON.stringify(output), endpoint.status)
  })
}

function requireAccess(access: Access, scope: Scope | undefined) {
  if (access === 'public') return
  const who = scope?.who
  if (access === 'site' && (who?.kind === 'site' || who?.kind === 'customer')) return
  if (access === 'customer') {
    if (who?.kind === 'customer') return
    throw new ProblemError('unauthenticated', 'Send the customer’s token as Authorization: Bearer. The first submission returns it.')
  }
  if (who?.kind !== 'member' && who?.kind !== 'api-key')
    throw new ProblemError('unauthenticated', 'Sign in, or send an API key as Authorization: Bearer.')
  if (access !== 'site' && atLeast(who.role, access)) return
  throw new ProblemError('forbidden', `This needs the role ${access}; yours is ${who.role}. Ask an owner or admin of your organisation.`)
}

function requireKey(key: string | undefined) {
  if (!key)
    throw new ProblemError('key-missing', 'Send a header Idempotency-Key with a value of your own, new for each item and the same for each retry.')
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw new ProblemError('bad-input', 'An Idempotency-Key has 1 to 200 visible ASCII characters; a UUID will do.')
  return key
}

async function readInput(c: RequestContext, { method, bodyField, csvColumns, mostBytes }: Endpoint): Promise<Record<string, unknown>> {
  const path = c.req.param() as Record<string, string>
  if (method === 'GET' || method === 'DELETE') return { ...c.req.query(), ...path }
  if (mostBytes !== null) return { ...c.req.query(), ...path }
  const body = csvColumns && contentType(c) === 'text/csv' ? readCsv(await c.req.text(), csvColumns) : await readJson(c)
  if (bodyField) return { [bodyField]: body, ...path }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new ProblemError('bad-input', 'The body must be a JSON object.')
  return { ...body, ...path }
}

const contentType = (c: RequestContext) => c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase()

async function readJson(c: RequestContext): Promise<unknown> {
  const text = await c.req.text()
  // A PUT may have nothing to say: its path says it all.
  if (text === '') return {}
  if (contentType(c) !== 'application/json') throw new ProblemError('unsupported-media-type', 'Send the body as Content-Type: application/json.')
  try {
    return JSON.parse(text)
  } catch {
    throw new ProblemError('bad-input', 'The body is not valid JSON.')
  }
}

function check<Input extends z.ZodType>(schema: Input, value: unknown): z.output<Input> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const fields = result.error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.join('.'), message }))
  throw new ProblemError('bad-input', 'Some of this can’t be taken; see errors for the fields.', { fields })
}
