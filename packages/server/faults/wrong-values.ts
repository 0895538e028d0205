import * as z from 'zod'

/** One value that a field must not take. */
export interface WrongValue {
  /** Where it stands in the input. */
  path: (string | number)[]
  /** `undefined`: the field is left out. */
  value: unknown
  why: string
}

type Schema = z.core.$ZodType
type Def = z.core.$ZodTypes['_zod']['def']
type Path = WrongValue['path']

const defOf = (schema: Schema) => schema._zod.def as Def
const takes = (schema: Schema, value: unknown) => z.safeParse(schema, value).success
const fault = (path: Path, what: string) => new Error(`${path.join('.') || 'the input'}: ${what}`)

/** Words that some fields know. */
const words = ['idea', 'is', 'received', '#0f6b5c', '2026-03-01', '1:a-measure']

/** Texts of any length in the forms that fields of ours have. */
const shapes: ((length: number) => string)[] = [
  (length) => 'a'.repeat(length),
  (length) => `${'a'.repeat(length)}@winkel.example`,
  (length) => `https://www.winkel.example/${'a'.repeat(length)}`,
  (length) => `https://${'a'.repeat(length)}.example`,
  (length) => `nl${'-a'.repeat(length)}`,
  (length) => `2026-03-01T12:00:00.${'0'.repeat(length)}Z`,
  (length) => `attributes.${'a'.repeat(length)}`,
]
const LENGTHS = [1, 2, 3, 10, 16, 36]
const LONGEST_TRIED = 20_000

/** A value that the schema takes, with every field that it can have; undefined when the field is better left out. */
export function goodValue(schema: Schema, path: Path = []): unknown {
  const def = defOf(schema)
  switch (def.type) {
    case 'optional':
    case 'default':
    case 'nullable':
      return goodValue(def.innerType, path)
    case 'pipe':
      if (isRead(def.in)) return goodValue(def.out, path)
      return isText(def.in) ? goodText(schema, path) : goodValue(def.in, path)
    case 'lazy':
      return goodValue(def.getter(), path)
    case 'object':
      return goodObject(schema, def.shape, path)
    case 'array':
      return goodList(schema, def.element, path)
    case 'record':
      return { nl: goodValue(def.valueType, [...path, 'nl']) }
    case 'union':
      return goodValue(def.options[0]!, path)
    case 'enum':
      return Object.values(def.entries)[0]
    case 'literal':
      return def.values[0]
    case 'boolean':
      return true
    case 'number':
      return goodNumber(schema, path)
    case 'string':
      return goodText(schema, path)
    default:
      throw fault(path, `no value is known for a field of type ${def.type}`)
  }
}

/** Every field, but for as few as stand in the way of each other. */
function goodObject(schema: Schema, shape: Record<string, Schema>, path: Path): Record<string, unknown> {
  const whole = Object.fromEntries(Object.entries(shape).map(([field, inner]) => [field, goodValue(inner, [...path, field])]))
  const without = (field: string, input: Record<string, unknown>) => {
    const { [field]: _, ...rest } = input
    return takes(shape[field]!, undefined) ? [rest] : takes(shape[field]!, null) ? [{ ...rest, [field]: null }] : []
  }
  const fields = Object.keys(shape)
  const lessOne = fields.flatMap((field) => without(field, whole))
  return (
    [whole, ...lessOne, ...lessOne.flatMap((less) => fields.flatMap((field) => without(field, less)))].find((input) => takes(schema, input)) ?? whole
  )
}

function goodNumber(schema: Schema, path: Path): number {
  const known = [schema._zod.bag.minimum as number | undefined, 1, 10, 2026].find((value) => value !== undefined && takes(schema, value))
  if (known === undefined) throw fault(path, 'no number is known that this field takes')
  return known
}

/** One entry, or as few more as the list takes. */
function goodList(schema: Schema, element: Schema, path: Path): unknown[] {
  for (let length = 1; length <= 10; length++) {
    const list = Array.from({ length }, (_, i) => goodValue(element, [...path, i]))
    if (takes(schema, list)) return list
  }
  throw fault(path, 'no list is known that this field takes')
}

function goodText(schema: Schema, path: Path): string {
  const known = words.filter((word) => takes(schema, word))
  // Entries of a list may have to differ.
  const place = Number(path.at(-1)) || 0
  if (known.length > 0) return known[place % known.length] as string
  for (const shape of shapes) for (const length of LENGTHS) if (takes(schema, shape(length))) return shape(length)
  throw fault(path, 'no text is known that this field takes')
}

/** Everything that an input must not hold: at each field a wrong type, nothing, too much, too long, or what it does not know. */
export function wrongValues(schema: Schema, path: Path = []): WrongValue[] {
  return at(schema, path).filter(({ path: [...deep], value }) => deep.length > path.length || !takes(schema, value))
}

function at(schema: Schema, path: Path): WrongValue[] {
  const def = defOf(schema)
  switch (def.type) {
    case 'optional':
    case 'default':
      return wrongValues(def.innerType, path)
    case 'nullable':
      return wrongValues(def.innerType, path).filter(({ value, path: { length } }) => value !== null || length > path.length)
    case 'pipe':
      if (isRead(def.in)) return ofRead(schema, def.out, path)
      return isText(def.in) ? ofText(schema, path) : wrongValues(def.in, path)
    case 'lazy':
      return ofLazy(schema, def.getter(), path)
    case 'object':
      return [...ofOtherType(path, 'object'), ...Object.entries(def.shape).flatMap(([field, inner]) => ofField(inner, [...path, field]))]
    case 'array':
      return [...ofOtherType(path, 'array'), ...tooMany(schema, def.element, path), ...wrongValues(def.element, [...path, 0])]
    case 'record':
      return [...ofOtherType(path, 'object'), ...wrongPairs(def.valueType, path)]
    case 'union':
      return ofUnion(schema, def.options, path)
    case 'enum':
    case 'literal':
      return [
        ...ofOtherType(path, 'string'),
        ...['nonsense', '', 'constructor', '__proto__'].map((value) => ({ path, value, why: 'unknown choice' })),
      ]
    case 'boolean':
      return [...ofOtherType(path, 'boolean'), ...['true', 1, 0].map((value) => ({ path, value, why: 'like a yes' }))]
    case 'number':
      return ofNumber(schema, path, 'coerce' in def && def.coerce === true)
    case 'string':
      return ofText(schema, path)
    default:
      throw fault(path, `no wrong value is known for a field of type ${def.type}`)
  }
}

const others = { string: 'x', number: 7, boolean: false, null: null, array: ['x'], object: { x: 'x' } }

const ofOtherType = (path: Path, own: keyof typeof others): WrongValue[] =>
  Object.entries(others)
    .filter(([type]) => type !== own)
    .map(([type, value]) => ({ path, value, why: `a ${type}` }))

/** A text that is checked again or turned into something else is still a text to who sends it. */
const isText = (schema: Schema) => defOf(schema).type === 'string'
const ofText = (schema: Schema, path: Path) => [...ofOtherType(path, 'string'), ...tooLong(schema, path), ...empty(schema, path)]

/** What is read by hand before its shape is looked at: then the shape alone does not tell what is refused. */
const isRead = (schema: Schema) => defOf(schema).type === 'transform'
const ofRead = (schema: Schema, shape: Schema, path: Path): WrongValue[] => {
  const good = goodValue(shape, path)
  return wrongValues(shape, path).filter((wrong) => !takes(schema, placed(good, wrong, path.length)))
}

const around = new Set<Schema>()

/** A shape that holds itself is looked into once. */
function ofLazy(schema: Schema, shape: Schema, path: Path): WrongValue[] {
  if (around.has(schema)) return ofOtherType(path, 'object')
  around.add(schema)
  try {
    return wrongValues(shape, path)
  } finally {
    around.delete(schema)
  }
}

const ofField = (schema: Schema, path: Path): WrongValue[] => [
  ...(takes(schema, undefined) ? [] : [{ path, value: undefined, why: 'missing' }]),
  ...wrongValues(schema, path),
]

/** What every form of the field refuses. A good input has the first form, so that what is wrong within another form is put there whole. */
function ofUnion(schema: Schema, options: readonly Schema[], path: Path): WrongValue[] {
  return options
    .flatMap((option, i) =>
      wrongValues(option, path).map((wrong) => ({ wrong, isFirst: i === 0, whole: placed(goodValue(option, path), wrong, path.length) })),
    )
    .filter(({ whole }) => !takes(schema, whole))
    .map(({ wrong, isFirst, whole }) =>
      isFirst || wrong.path.length === path.length ? wrong : { path, value: whole, why: `${wrong.path.slice(path.length).join('.')}: ${wrong.why}` },
    )
    .filter(({ path: where, value }, i, all) => all.findIndex((one) => one.value === value && String(one.path) === String(where)) === i)
}

function ofNumber(schema: Schema, path: Path, coerces: boolean): WrongValue[] {
  const { minimum, maximum } = schema._zod.bag as { minimum?: number; maximum?: number }
  const outside = [minimum !== undefined && minimum - 1, maximum !== undefined && maximum + 1, 1.5, -1e300].filter((value) => value !== false)
  const values = coerces ? ['abc', '', '1e9', '1.5', ' ', '0x1000', ...outside] : outside
  return [...(coerces ? [] : ofOtherType(path, 'number')), ...values.map((value) => ({ path, value, why: 'not such a number' }))]
}

function wrongPairs(valueType: Schema, path: Path): WrongValue[] {
  const value = goodValue(valueType, path)
  const names = ['', ' ', 'a b', 'x'.repeat(65), 'é', '-', "'; drop table members; --"]
  return [...names.map((name) => ({ path, value: { [name]: value }, why: 'a wrong name' })), ...wrongValues(valueType, [...path, 'nl'])]
}

const empty = (schema: Schema, path: Path) =>
  ['', ' \n\t', '\u0000'].filter((value) => !takes(schema, value)).map((value) => ({ path, value, why: 'nothing in it' }))

/** One character more than the field takes, in the longest form that it takes. */
function tooLong(schema: Schema, path: Path): WrongValue[] {
  const found = shapes.flatMap((shape) => {
    const least = LENGTHS.find((length) => takes(schema, shape(length)))
    return least === undefined ? [] : [shape(firstRefused((length) => takes(schema, shape(length)), least, path))]
  })
  const value = found.toSorted((a, b) => b.length - a.length)[0] ?? 'a'.repeat(5000)
  return [{ path, value, why: `${value.length} characters` }]
}

function tooMany(schema: Schema, element: Schema, path: Path): WrongValue[] {
  const one = goodValue(element, path)
  const most = firstRefused((length) => takes(schema, Array(length).fill(one)), 1, path)
  return [[], Array(most).fill(one)].filter((value) => !takes(schema, value)).map((value) => ({ path, value, why: `${value.length} entries` }))
}

/** The least length above `taken` that is refused. */
function firstRefused(isTaken: (length: number) => boolean, taken: number, path: Path): number {
  let [low, high] = [taken, taken * 2]
  while (isTaken(high)) {
    if (high > LONGEST_TRIED) throw fault(path, `has no end: ${high} were taken`)
    ;[low, high] = [high, high * 2]
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (isTaken(middle)) low = middle
    else high = middle
  }
  return high
}

/** A copy of `input` with the wrong value in its place; the first `skip` steps of the path lead to `input` itself. */
export function placed(input: unknown, { path, value }: WrongValue, skip = 0): unknown {
  const [step, ...rest] = path.slice(skip)
  if (step === undefined) return value
  const copy: Record<string | number, unknown> = Array.isArray(input) ? ([...input] as never) : { ...(input as object) }
  if (rest.length === 0 && value === undefined) delete copy[step]
  else copy[step] = placed(copy[step], { path: rest, value, why: '' })
  return copy
}
