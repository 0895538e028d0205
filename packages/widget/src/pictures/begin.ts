import { type Picture, readPicture, toPicture } from '../capture/picture.ts'
import type { Room } from '../form/room.ts'
import { dress, learn, take, write } from '../form/taken.ts'
import type { Loop } from '../loop/begin.ts'
import type { Answer } from '../loop/send.ts'
import type { Parts, Words } from '../place.ts'
import css from './pictures.css?inline'
import { shelf } from './shelf.ts'
import { Thumbnails } from './thumbnails.tsx'

const PICTURES_MAX = 5

/** The pictures of one room: which are there is in its draft, what they look like is here and on the device. */
export interface Album {
  room: Room
  blobs: Map<string, Blob>
  /** The id that the server gave to one that is uploaded already. */
  uploaded: Map<string, string>
  /** What the customer should know of the last try. */
  notice: string
  remove(name: string): void
}

export type Pictures = ReturnType<typeof begin>

export function begin(room: Room) {
  take(room.kit)
  dress(room, css)
  const remove = (name: string) => {
    drop(album, [name])
    album.notice = ''
    write(room, { pictures: room.draft.pictures?.filter((one) => one !== name) })
  }
  const album: Album = { room, blobs: new Map(), uploaded: new Map(), notice: '', remove }
  restore(album)
  // There when it is asked for: a browser lets a page be captured only right after the click.
  editor(room)
  return {
    Thumbnails: () => Thumbnails(album),
    add: (files?: File[]) => (files ? add(album, files) : capture(album)),
    upload: (names: string[]) => upload(album, names),
    drop: (names: string[] = []) => drop(album, names),
  }
}

function say(album: Album, notice: string) {
  album.notice = notice
  album.room.draw()
}

async function add(album: Album, files: File[]) {
  const { room } = album
  const { texts } = room
  album.notice = ''
  for (const file of files) {
    if ((room.draft.pictures?.length ?? 0) >= PICTURES_MAX) return say(album, texts.tooMany.replace('{n}', `${PICTURES_MAX}`))
    try {
      const { blob } = await readPicture(file)
      await accept(album, blob)
    } catch (error) {
      say(album, texts[(/type|size/.exec((error as Error).message)?.[0] ?? 'broken') as 'broken'])
    }
  }
}

async function accept(album: Album, blob: Blob) {
  const { room, blobs } = album
  const name = crypto.getRandomValues(new Uint32Array(4)).join('-')
  blobs.set(name, blob)
  const isKept = !room.box.held && (await shelf((pictures) => pictures.put(blob, name)).catch(() => false))
  if (!isKept) album.notice = room.texts.unkept
  write(room, { pictures: [...(room.draft.pictures ?? []), name] })
}

async function capture(album: Album) {
  const { room } = album
  const { host, root, texts } = room
  album.notice = ''
  try {
    const [part, own] = await editor(room)
    learn(room, own as Words)
    const { capturePage, editPicture } = part as Parts['capture']
    const source = await capturePage(host)
    const picture = await new Promise<Picture | null>((onDone) => editPicture({ source, root, texts, encode: toPicture, onDone }))
    if (picture) await accept(album, picture.blob)
  } catch {
    say(album, texts.captureFailed)
  }
}

const editor = (room: Room) => Promise.all([room.fetch('capture'), room.fetch(`${room.language}.capture`)])

/** Fetches the pictures of a draft from before the page was loaded, and says which are gone. */
async function restore(album: Album) {
  const { room, blobs } = album
  const names = room.draft.pictures ?? []
  for (const name of names) {
    const blob = await shelf((pictures) => pictures.get(name)).catch(() => undefined)
    if (blob) blobs.set(name, blob)
  }
  const lost = names.filter((name) => !blobs.has(name))
  if (!lost[0]) return room.draw()
  album.notice = room.texts.lost
  write(room, { pictures: room.draft.pictures?.filter((name) => !lost.includes(name)) })
}

/** Sends those that were not sent before, and gives what the server calls all of them. */
async function upload({ room, blobs, uploaded }: Album, names: string[]): Promise<Answer<string[]>> {
  const path = `/sites/${room.options.site}/attachments`
  const ids: string[] = []
  for (const name of names) {
    const blob: Blob | undefined = blobs.get(name) ?? (await shelf((pictures) => pictures.get(name)).catch(() => undefined))
    // One that the browser lost was told to the customer; the words are not held up for it.
    if (!blob) continue
    let id = uploaded.get(name)
    if (!id) {
      const { status, body, again } = await (room.loop as Loop).ask<{ id: string }>(room, 'POST', path, { body: blob })
      if (!body) return { status, again, fields: ['attachments'] }
      id = body.id
      uploaded.set(name, id)
    }
    ids.push(id)
  }
  return { status: 201, body: ids }
}

function drop({ blobs, uploaded }: Album, names: string[]) {
  for (const name of names) {
    blobs.delete(name)
    uploaded.delete(name)
    shelf((pictures) => pictures.delete(name)).catch(() => {})
  }
}
