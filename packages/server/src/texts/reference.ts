import type { ProblemCode } from '@klankbord/shared/problem'

/** The reference of the API; it is for developers, and in English only. */
export const reference = {
  title: 'The Klankbord API',
  lead: 'JSON in and out. Every endpoint stands here with who may call it, what it takes and what it answers.',
  openapi: 'The same as OpenAPI 3.1',
  start: [
    'Times are ISO 8601 in UTC. A list takes limit (1 to 200) and the opaque cursor of the page before, and answers items and next; next is null on the last page.',
    'Where an Idempotency-Key is asked, send a value of your own: new for each thing you send, the same for each retry. The same request under the same key is done once and gets the same answer. Members and integrations may send one with every change; there it holds for a day.',
  ],
  groups: { widget: 'For customers’ pages: /widget/v1', admin: 'For members and integrations: /api/v1' },
  access: {
    public: 'Open to everyone.',
    site: 'From a page of the site, with its public key.',
    customer: 'The customer, with Authorization: Bearer and the customerToken of their first submission.',
    viewer: 'Members and API keys with the role viewer or more.',
    member: 'Members and API keys with the role member or more.',
    admin: 'Members and API keys with the role admin or more.',
    owner: 'Owners.',
  },
  input: 'Takes',
  output: 'Answers',
  required: 'required',
  nothing: 'nothing',
  inPath: 'in the path',
  bytes: (mb: number) => `The body is the picture itself, at most ${mb} MB.`,
  picture: 'The picture itself, as a download.',
  html: 'A page, as text/html.',
  events: 'Server-sent events, as text/event-stream, as long as you listen. Each has one of these names; its data is the JSON of that field.',
  orNull: 'Or null, where there is none.',
  key: 'An Idempotency-Key header is required.',
  shapes: 'Shapes with a name',
  problems: 'Problems',
  problemsLead:
    'A refusal is application/problem+json (RFC 9457) with type, title, status, detail and code, and for bad input errors: a list of path and message. Switch on code; detail is for people.',
  explained: {
    'bad-input': 'A field is missing or has a value that can’t be taken; errors names each field and says what to send instead. Nothing was stored.',
    incomplete: 'It is kept as a draft, and can’t go out yet: errors names each part that is missing and says what to do.',
    'key-missing': 'Send a header Idempotency-Key with a value of your own, so that a retry is not taken for a second request.',
    unauthenticated:
      'There is no valid session, API key or customer token. Sign in, or send Authorization: Bearer with a key that has not been revoked.',
    forbidden: 'You are known, but this is not yours to do. The detail says which role or team is needed.',
    'origin-not-allowed': 'The page that calls does not stand on one of the origins of the site. An admin adds it in Settings → Sites.',
    'not-found': 'It does not exist here, or it is not yours: the two can’t be told apart.',
    'method-not-allowed': 'The address exists, the method does not; the Allow header lists those that do.',
    conflict: 'It has changed since you read it, or it is not in a state in which this can be done. Read it again.',
    stale:
      'Somebody changed the item since the version that was sent along. Nothing was changed; read it again, see in its timeline who did what, and send its new version when you still want to.',
    'key-in-use': 'The first request under this Idempotency-Key is still being worked on. Ask again after Retry-After for its answer.',
    'too-large': 'The body is larger than this endpoint takes. Send less at a time.',
    'unsupported-media-type':
      'Send the body as Content-Type: application/json; where a picture is asked, the bytes of a JPEG, PNG, WebP, GIF or AVIF.',
    'key-reused': 'This Idempotency-Key came with another request before. Use a new key for each request.',
    'too-many-requests': 'Wait for as many seconds as Retry-After says. Nothing was changed.',
    internal: 'A fault of ours. Nothing was changed; it is logged under the X-Request-Id of the answer.',
    unavailable: 'The database can’t be written right now. Nothing was stored; try again after Retry-After, with the same Idempotency-Key.',
  } satisfies Record<ProblemCode, string>,
}
