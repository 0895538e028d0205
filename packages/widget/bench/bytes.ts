import { readdirSync, readFileSync } from 'node:fs'
import type { Row } from '../../server/bench/table.ts'
import { compressed } from './floors.ts'

const dist = new URL('../dist/', import.meta.url)

/** What each thing that a customer can do costs to load, the loader included, in the language in which it costs the most. */
export function bytesOf(floors: Map<string, Buffer>): Row[] {
  const sizes = sizesOfParts()
  const sum = (...names: string[]) => names.reduce((total, name) => total + (sizes.get(name) ?? 0), 0)
  const languages = [...sizes.keys()].filter((name) => name.endsWith('.form')).map((name) => name.slice(0, 2))
  // Each with the texts that it has: the loop speaks with those of the form, and `returning` says nothing.
  const largest = (...parts: string[]) => Math.max(...languages.map((language) => sum(...parts, ...parts.map((part) => `${language}.${part}`))))
  const floor = (name: string) => compressed(floors.get(name) as Buffer)
  const loader = sum('loader')
  const form = largest('loader', 'form')
  return [
    { name: 'Widget at page load, brotli', unit: 'B', ours: loader, reach: { atMost: 1_300 } },
    {
      name: '… beside a bare loader',
      unit: 'B',
      ours: loader,
      floor: floor('loader.js'),
      floorIs: 'options, a queue of calls, a button, and the rest at a click',
    },
    { name: '… until its form can be typed in, brotli', unit: 'B', ours: form, reach: { atMost: 9_000 } },
    { name: '… beside Preact alone', unit: 'B', ours: form, floor: floor('preact.js'), floorIs: 'Preact alone' },
    {
      name: '… loader, form, my feedback, conversation, outcomes, offline queue, brotli',
      unit: 'B',
      ours: largest('loader', 'form', 'loop'),
      reach: { atMost: 12_000 },
    },
    {
      name: '… all of it but the screenshot, with what comes only where it is asked for, brotli',
      unit: 'B',
      ours: largest('loader', 'form', 'loop', 'pictures', 'questions', 'returning', 'similar', 'yours'),
      reach: { atMost: 12_000 },
    },
    { name: '… the screenshot, when asked for, brotli', unit: 'B', ours: largest('capture'), reach: { atMost: 8_000 } },
  ]
}

function sizesOfParts(): Map<string, number> {
  const read = (path: string) => compressed(readFileSync(new URL(path, dist)))
  const names = readdirSync(new URL('assets/', dist)).filter((name) => name.endsWith('.js') && !name.startsWith('widget-'))
  return new Map([
    ['loader', read('widget.js')],
    ...names.map((name): [string, number] => [name.slice(0, name.lastIndexOf('-')), read(`assets/${name}`)]),
  ])
}
