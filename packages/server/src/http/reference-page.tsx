import type { Endpoint } from '@klankbord/shared/endpoint'
import { problemCodes } from '@klankbord/shared/problem'
import { reference } from '../texts/reference.ts'
import { type JsonSchema, nameOf, type Shapes, schemaOf } from './openapi.ts'
import { renderPage } from './page.tsx'
import { statusOf, titleOf } from './problem-response.ts'

/** The contract for people: every endpoint, and what every refusal means, under the anchor that the `type` of a problem points to. */
export function renderReference(contract: Record<string, Endpoint>): string {
  const ofWidget = ([, { path }]: [string, Endpoint]) => path.startsWith('/widget/')
  const endpoints = Object.entries(contract)
  const groups = [
    ['widget', endpoints.filter(ofWidget)],
    ['admin', endpoints.filter((one) => !ofWidget(one))],
  ] as const
  const shapes: Shapes = {}
  for (const [, { input, output }] of endpoints) {
    schemaOf(input, 'input', shapes)
    schemaOf(output, 'output', shapes)
  }
  return renderPage({
    language: 'en',
    title: reference.title,
    className: 'reference',
    children: (
      <>
        <h1>{reference.title}</h1>
        <div>
          <p>{reference.lead}</p>
          {reference.start.map((sentence) => (
            <p>{sentence}</p>
          ))}
          <p>
            <a href="/api/openapi.json">{reference.openapi}</a>
          </p>
        </div>
        <Contents contract={contract} />
        {groups.map(([group, endpoints]) => (
          <section>
            <h2>{reference.groups[group]}</h2>
            {endpoints.map(([name, endpoint]) => (
              <EndpointEntry name={name} endpoint={endpoint} />
            ))}
          </section>
        ))}
        <NamedShapes shapes={shapes} />
        <Problems />
      </>
    ),
  })
}

const resourceOf = ({ path }: Endpoint) => path.split('/')[3] ?? ''

function Contents({ contract }: { contract: Record<string, Endpoint> }) {
  // The last that is set under a key stays: from the end, that is the first endpoint of each resource.
  const firsts = new Map(
    Object.entries(contract)
      .map(([name, endpoint]): [string, string] => [resourceOf(endpoint), name])
      .reverse(),
  )
  return (
    <nav aria-label="Contents">
      <ul>
        {[...firsts].reverse().map(([resource, name]) => (
          <li>
            <a href={`#${name}`}>{resource}</a>
          </li>
        ))}
        <li>
          <a href="#problems">{reference.problems}</a>
        </li>
      </ul>
    </nav>
  )
}

function EndpointEntry({ name, endpoint }: { name: string; endpoint: Endpoint }) {
  const { method, path, access, input, output, status, idempotent, mostBytes, produces } = endpoint
  const inPath = new Set([...path.matchAll(/:(\w+)/g)].map(([, field]) => String(field)))
  return (
    <article id={name}>
      <h3>
        <code>
          <span class="method">{method}</span> {path}
        </code>
      </h3>
      <p>
        {reference.access[access]} {idempotent && reference.key}
      </p>
      <h4>{reference.input}</h4>
      <Fields schema={schemaOf(input, 'input', {})} inPath={inPath} />
      {mostBytes !== null && <p class="soft">{reference.bytes(mostBytes / 1024 / 1024)}</p>}
      <h4>
        {reference.output} {status}
      </h4>
      <Answer produces={produces} schema={schemaOf(output, 'output', {})} />
    </article>
  )
}

function Answer({ produces, schema }: Pick<Endpoint, 'produces'> & { schema: JsonSchema }) {
  if (produces === 'picture') return <p class="soft">{reference.picture}</p>
  if (produces === 'html' || produces === 'page') return <p class="soft">{reference.html}</p>
  // What may be null has its fields in one of its forms.
  const forms = schema.anyOf ?? schema.oneOf ?? []
  const whole = forms.find(({ properties }) => properties)
  return (
    <>
      {produces === 'events' && <p class="soft">{reference.events}</p>}
      <Fields schema={whole ?? schema} />
      {whole && forms.some(({ type }) => type === 'null') && <p class="soft">{reference.orNull}</p>}
    </>
  )
}

function Fields({ schema, inPath }: { schema: JsonSchema; inPath?: Set<string> }) {
  const fields = Object.entries(schema.properties ?? {})
  if (fields.length === 0) return <p class="soft">{reference.nothing}</p>
  return (
    <ul class="fields">
      {fields.map(([field, type]) => (
        <li>
          <code>{field}</code>
          <span class="soft">
            {typeOf(type)}
            {inPath?.has(field) ? `, ${reference.inPath}` : inPath && schema.required?.includes(field) ? `, ${reference.required}` : ''}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** A type in a few words: `"yes" | "no"`, `list of { id, name }`, `text, 1 to 200`. */
function typeOf(schema: JsonSchema): string {
  const { $ref, type, enum: values, anyOf, items, properties, format, maxLength, minimum, maximum } = schema
  if ($ref) return nameOf($ref)
  if (Array.isArray(type)) return type.map((one) => typeOf({ ...schema, type: one })).join(' or ')
  if ('const' in schema) return JSON.stringify(schema.const)
  if (values) return values.map((value) => JSON.stringify(value)).join(' | ')
  if (anyOf ?? schema.oneOf) return (anyOf ?? schema.oneOf ?? []).map(typeOf).join(' or ')
  if (type === 'array') return `list of ${items ? typeOf(items) : 'anything'}`
  if (properties) return `{ ${Object.keys(properties).join(', ')} }`
  if (type === 'object') return 'pairs of name and value'
  if (type === 'string') return format === 'date-time' ? 'time' : maxLength ? `text, at most ${maxLength}` : 'text'
  if (type === 'integer' || type === 'number') return `${type === 'integer' ? 'whole number' : 'number'}${rangeOf(minimum, maximum)}`
  return type ?? 'anything'
}

function rangeOf(minimum: number | undefined, maximum: number | undefined): string {
  const least = minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? minimum : undefined
  const most = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? maximum : undefined
  if (least !== undefined && most !== undefined) return `, ${least} to ${most}`
  return least === undefined ? '' : `, at least ${least}`
}

function NamedShapes({ shapes }: { shapes: Shapes }) {
  return (
    <section id="shapes">
      <h2>{reference.shapes}</h2>
      <dl>
        {Object.entries(shapes).map(([name, shape]) => (
          <>
            <dt id={name}>
              <code>{name}</code>
            </dt>
            <dd>{typeOf(shape)}</dd>
          </>
        ))}
      </dl>
    </section>
  )
}

function Problems() {
  return (
    <section id="problems">
      <h2>{reference.problems}</h2>
      <p>{reference.problemsLead}</p>
      <dl>
        {problemCodes.map((code) => (
          <>
            <dt id={code}>
              <code>{code}</code> {statusOf(code)} · {titleOf(code)}
            </dt>
            <dd>{reference.explained[code]}</dd>
          </>
        ))}
      </dl>
    </section>
  )
}
