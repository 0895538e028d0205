import type * as z from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * Who may call an endpoint. `public` needs nothing; `site` needs a known site key and an allowed origin; `customer` needs the
 * customer's bearer token; the others are the least role of a member or API key.
 */
export type Access = 'public' | 'site' | 'customer' | 'viewer' | 'member' | 'admin' | 'owner'

/** One HTTP endpoint: the whole of what server, admin app, documentation and scope test know about it. */
export interface Endpoint<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  method: Method
  /** With `:name` for each path parameter; each is a field of `input`. */
  path: string
  access: Access
  /** Path parameters, query (for `GET`, `DELETE`) and body, merged into one object. */
  input: Input
  /** The body of a success; `z.void()` when there is none. */
  output: Output
  /** The status of a success. */
  status: 200 | 201 | 204
  /** True when the request must carry an `Idempotency-Key`. */
  idempotent: boolean
  /** The field of `input` that the whole body becomes, where the body is a list. */
  bodyField: string | null
  /** The columns of the rows when the body may be `text/csv` instead of a JSON list of objects; null where it may not. */
  csvColumns: readonly string[] | null
  /** The most bytes of a body that is taken as it is; null where the body is JSON. `input` is then in path and query. */
  mostBytes: number | null
  /** What such a body is. */
  bytesType: string
  /**
   * What a success is written as. `html` is somebody's words as a page of their own, shut off from ours; `output` is then its text.
   * `picture` is a picture's bytes, as a download. `page` is a whole page of ours. `events` goes on as long as somebody listens:
   * server-sent events, each with a name and the shape that `output` has under it.
   */
  produces: 'json' | 'html' | 'picture' | 'page' | 'events'
  /** True when the answer carries an `ETag`, and asking with it (`If-None-Match`) gives 304 while nothing changed. */
  etag: boolean
}

interface EndpointOptions {
  access: Access
  status?: 200 | 201 | 204
  idempotent?: boolean
  bodyField?: string | null
  csvColumns?: readonly string[] | null
  mostBytes?: number | null
  bytesType?: string
  produces?: 'json' | 'html' | 'picture' | 'page' | 'events'
  etag?: boolean
}

/** Declares an endpoint; `status` is 200 unless told. */
export function endpoint<Input extends z.ZodType, Output extends z.ZodType>(
  method: Method,
  path: string,
  {
    access,
    status = 200,
    idempotent = false,
    bodyField = null,
    csvColumns = null,
    mostBytes = null,
    bytesType = 'image/*',
    produces = 'json',
    etag = false,
  }: EndpointOptions,
  input: Input,
  output: Output,
): Endpoint<Input, Output> {
  return { method, path, access, input, output, status, idempotent, bodyField, csvColumns, mostBytes, bytesType, produces, etag }
}
