import type { RequestContext } from './context.ts'

/** Server-sent events. No proxy may keep them back to send more at once, or change them. */
export const sendEvents = (c: RequestContext, stream: ReadableStream) =>
  c.body(stream, 200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' })
