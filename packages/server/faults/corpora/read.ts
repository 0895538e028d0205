import { readFileSync } from 'node:fs'

/** The entries of a collection: one JSON value a line. */
const entries = <Entry>(name: string): Entry[] =>
  readFileSync(new URL(`${name}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

/** Patterns that make a backtracking engine take for ever, and some that only look like it. */
export const hostilePatterns = () => entries<string>('patterns')

type Texts = 'naughty-strings' | 'sql-injection' | 'path-traversal' | 'header-injection' | 'prototype-pollution'

export const hostileTexts = (name: Texts) => entries<string>(name)

/** Bytes that are no JSON, by name. */
export const brokenJson = () => entries<[string, string]>('json-to-refuse').map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes, 'base64') }))

/** Requests that no server may take, as they go over the wire. */
export const brokenRequests = () => entries<[string, string]>('http-to-refuse').map(([name, request]) => ({ name, request }))

/** Files that were made to be mistaken for pictures, or to hide something in one; and whether a picture can be made of their pixels. */
export const hostileUploads = () =>
  entries<[string, 'refused' | 'kept', string]>('uploads').map(([name, fate, bytes]) => ({ name, fate, bytes: Buffer.from(bytes, 'base64') }))
