import type { Endpoint } from '@klankbord/shared/endpoint'
import { Problem } from '@klankbord/shared/problem'
import * as z from 'zod'
import { mayCarryKey } from './answer-again.ts'

export interface JsonSchema {
  $ref?: string
  type?: string | string[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  items?: JsonSchema
  format?: string
  maxLength?: number
  minimum?: number
  maximum?: number
}

const SHAPES = '#/components/schemas/'

/** The name of a shape that is pointed to. */
export const nameOf = ($ref: string) => $ref.slice(SHAPES.length)

/** Shapes that have a name, since they hold themselves or are used in many places. */
export type Shapes = Record<string, JsonSchema>

/** A schema as JSON; shapes with a name are added to `shapes`, and pointed to. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output', shapes: Shapes): JsonSchema {
  const { $schema, $defs, ...json } = JSON.parse(
    JSON.stringify(z.toJSONSchema(schema, { io, unrepresentable: 'any' }), (key, value) =>
      key === '$ref' ? String(value).replace('#/$defs/', SHAPES) : value,
    ),
  )
  for (const [name, shape] of Object.entries<JsonSchema & { id?: string }>($defs ?? {})) {
    const { id, ...rest } = shape
    shapes[name] = rest
  }
  return json
}

const security = (access: Endpoint['access']) => {
  if (access === 'public' || access === 'site') return []
  return access === 'customer' ? [{ customerToken: [] }] : [{ session: [] }, { apiKey: [] }]
}

function contentOf(produces: Endpoint['produces'], output: z.ZodType, shapes: Shapes) {
  if (produces === 'picture') return { 'image/*': { schema: { type: 'string', format: 'binary' } } }
  const type = { json: 'application/json', html: 'text/html', page: 'text/html', events: 'text/event-stream' }[produces]
  return { [type]: { schema: schemaOf(output, 'output', shapes) } }
}

function operation(name: string, endpoint: Endpoint, shapes: Shapes) {
  const { path, method, access, input, output, status, idempotent, bodyField, csvColumns, mostBytes, bytesType, produces } = endpoint
  const { properties = {}, required = [] } = schemaOf(input, 'input', shapes)
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, field]) => String(field))
  const rest = Object.keys(properties).filter((field) => !inPath.includes(field))
  const inQuery = method === 'GET' || method === 'DELETE' || mostBytes !== null ? rest : []
  const parameter = (where: 'path' | 'query') => (field: string) => ({
    name: field,
    in: where,
    required: where === 'path' || required.includes(field),
    schema: properties[field],
  })
  const body = bodyField
    ? properties[bodyField]
    : {
        type: 'object',
        properties: Object.fromEntries(rest.map((field) => [field, properties[field]])),
        required: required.filter((field) => rest.includes(field)),
      }
  return {
    operationId: name,
    tags: [path.split('/')[3] ?? ''],
    description: access === 'public' ? 'Open to everyone.' : `For: ${access}.`,
    security: security(access),
    parameters: [
      ...inPath.map(parameter('path')),
      ...inQuery.map(parameter('query')),
      ...(idempotent || mayCarryKey(endpoint)
        ? [{ name: 'Idempotency-Key', in: 'header', required: idempotent, schema: { type: 'string', minLength: 1, maxLength: 200 } }]
        : []),
    ],
    ...(mostBytes !== null && { requestBody: { required: true, content: { [bytesType]: { schema: { type: 'string', format: 'binary' } } } } }),
    ...(inQuery.length === 0 &&
      rest.length > 0 &&
      method !== 'GET' &&
      method !== 'DELETE' && {
        requestBody: {
          required: true,
          content: { 'application/json': { schema: body }, ...(csvColumns && { 'text/csv': { schema: { type: 'string' } } }) },
        },
      }),
    responses: {
      [status]: status === 204 ? { description: 'Done' } : { description: 'Done', content: contentOf(produces, output, shapes) },
      default: { description: 'Refused', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  }
}

/** The contract as OpenAPI 3.1. */
export function openApi(contract: Record<string, Endpoint>, publicUrl: string) {
  const paths: Record<string, Record<string, unknown>> = {}
  const shapes: Shapes = {}
  for (const [name, endpoint] of Object.entries(contract)) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(name, endpoint, shapes) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Klankbord',
      version: '1',
      description: 'Feedback that is answered. /widget/v1 is for customers’ pages, /api/v1 for members and integrations.',
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: { ...shapes, Problem: schemaOf(Problem, 'output', shapes) },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'klankbord_session' },
        apiKey: { type: 'http', scheme: 'bearer' },
        customerToken: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}
