import type { Endpoint } from '@klankbord/shared/endpoint'
import type { FieldProblem, ProblemCode } from '@klankbord/shared/problem'
import type * as z from 'zod'

/** Why a request was refused. `unreachable` is ours: no answer came at all. */
export type FailureCode = ProblemCode | 'unreachable'

/** A refused or failed request. Screens switch on `code`; `fields` maps a field's path to what is wrong with it. */
export class ProblemError extends Error {
  readonly code: FailureCode
  readonly status: number
  readonly fields: Record<string, string>

  constructor(code: FailureCode, detail: string, status = 0, errors: FieldProblem[] = []) {
    super(detail)
    this.name = 'ProblemError'
    this.code = code
    this.status = status
    this.fields = Object.fromEntries(errors.map(({ path, message }) => [path, message]))
  }
}

interface CallOptions {
  signal?: AbortSignal
  /** The body where the endpoint takes it as it is. */
  bytes?: Blob
  /** Names the act where it outlives the page; else it is named when it is sent. */
  idempotencyKey?: string
}

type Input<E extends Endpoint> = z.input<E['input']> & object

/** Asks the server for one endpoint of the contract; the only fetch of the app. Throws a `ProblemError`. */
export async function call<E extends Endpoint>(endpoint: E, input: Input<E>, options: CallOptions = {}): Promise<z.output<E['output']>> {
  const { url, init } = requestFor(endpoint, input, options)
  const act = nameAct(endpoint, url, init)
  let response: Response
  try {
    response = await fetch(url, init)
  } catch (cause) {
    if (options.signal?.aborted) throw cause
    throw new ProblemError('unreachable', 'No answer came from the server')
  }
  // Of an answer in a proxy's name one does not know whether it was done.
  if (response.status < 502) unanswered.delete(act)
  if (!response.ok) throw await problemOf(response)
  if (response.status === 204) return undefined as z.output<E['output']>
  return (await response.json()) as z.output<E['output']>
}

/** Acts that were sent and not answered yet, with their names. */
const unanswered = new Map<string, string>()

/** Names an act, so that the server does it once. What is the same as one that got no answer is that one again, whoever repeats it: this app or the person. */
function nameAct({ method, mostBytes }: Endpoint, url: string, { body, headers }: RequestInit): string {
  const act = `${method} ${url} ${body}`
  if (method === 'GET' || mostBytes !== null) return act
  const named = headers as Record<string, string>
  const name = named['idempotency-key'] ?? unanswered.get(act) ?? crypto.randomUUID()
  unanswered.set(act, name)
  named['idempotency-key'] = name
  return act
}

/** The request that an endpoint and its input amount to: path parameters first, the rest as query or body. */
export function requestFor(
  endpoint: Endpoint,
  input: object,
  { signal, idempotencyKey, bytes }: CallOptions = {},
): { url: string; init: RequestInit } {
  const rest: Record<string, unknown> = { ...input }
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name])
    delete rest[name]
    return encodeURIComponent(value)
  })
  const headers: Record<string, string> = { accept: 'application/json' }
  if (idempotencyKey) headers['idempotency-key'] = idempotencyKey
  const init: RequestInit = { method: endpoint.method, headers, credentials: 'same-origin', signal }
  if (endpoint.method === 'GET' || endpoint.method === 'DELETE') return { url: path + queryOf(rest), init }
  if (endpoint.mostBytes !== null) {
    headers['content-type'] = 'application/octet-stream'
    return { url: path + queryOf(rest), init: { ...init, body: bytes } }
  }
  headers['content-type'] = 'application/json'
  init.body = JSON.stringify(endpoint.bodyField ? rest[endpoint.bodyField] : rest)
  return { url: path, init }
}

function queryOf(fields: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value))
  }
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

async function problemOf(response: Response): Promise<ProblemError> {
  try {
    const body = (await response.json()) as { code?: FailureCode; detail?: string; errors?: FieldProblem[] }
    if (body.code) return new ProblemError(body.code, body.detail ?? '', response.status, body.errors)
  } catch {
    // A proxy's own page, or an answer that broke off: the status is all there is.
  }
  return new ProblemError(response.status >= 500 ? 'unavailable' : 'internal', '', response.status)
}

/** True for a refusal with this code. */
export const isProblem = (error: unknown, code: FailureCode): boolean => error instanceof ProblemError && error.code === code
