import { randomUUID } from 'node:crypto'
import autocannon from 'autocannon'

export const CONNECTIONS = 64

export interface Load {
  perSecond: number
  p99Ms: number
  /** Answers that were not a success. */
  failed: number
}

interface Shot {
  url: string
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  /** A body of its own for each request, under a key of its own. */
  body?: () => string
  seconds: number
}

/** Sends requests over 64 connections for some seconds, each connection the next as soon as it has its answer. */
export function load({ url, method = 'GET', headers = {}, body, seconds }: Shot): Promise<Load> {
  return new Promise((resolve, reject) => {
    const setupRequest = (request: autocannon.Request) =>
      body ? { ...request, body: body(), headers: { ...request.headers, 'idempotency-key': randomUUID() } } : request
    autocannon({ url, connections: CONNECTIONS, duration: seconds, requests: [{ method, headers, setupRequest }] }, (error, result) => {
      if (error) return reject(error)
      resolve({ perSecond: result.requests.average, p99Ms: result.latency.p99, failed: result.non2xx + result.errors })
    })
  })
}
