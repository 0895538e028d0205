import { type OutcomePicture, outcomePictureEndpoints } from '@klankbord/shared/outcome-pictures'
import { PICTURE_MAX_BYTES, PICTURES_MAX } from '@klankbord/shared/widget'
import { useEffect, useRef, useState } from 'preact/hooks'
import { call, type FailureCode, ProblemError, requestFor } from '../api.ts'
import { notice } from '../queries.ts'

/** Where a picture of an outcome is, for an `<img>`: the session goes along with it. */
export const outcomePictureAddress = (pictureId: string): string => requestFor(outcomePictureEndpoints.readOutcomePicture, { pictureId }).url

/** Why a picture was not taken. */
export type Refusal = 'type' | 'size' | 'many' | 'broken' | 'later'

interface Refused {
  name: string
  why: Refusal
}

/** Sends pictures one after another, and puts each that was taken behind those that are there. */
export function useUploads(pictures: OutcomePicture[], onChange: (pictures: OutcomePicture[]) => void) {
  const [busy, setBusy] = useState(0)
  const [refused, setRefused] = useState<Refused[]>([])
  // What is typed meanwhile, and what else came, must not be lost when one arrives.
  const latest = useRef(pictures)
  latest.current = pictures
  const queue = useRef(Promise.resolve())
  const refuse = (name: string, why: Refusal) => setRefused((before) => [...before.filter((one) => one.name !== name), { name, why }])
  const send = async (file: File) => {
    if (latest.current.length >= PICTURES_MAX) return refuse(file.name, 'many')
    if (file.size > PICTURE_MAX_BYTES) return refuse(file.name, 'size')
    try {
      const { id, type, width, height } = await call(outcomePictureEndpoints.addOutcomePicture, {}, { bytes: file })
      latest.current = [...latest.current, { id, type, width, height, alt: '', alts: {} }]
      onChange(latest.current)
    } catch (error) {
      notice(error)
      refuse(file.name, whyOf(error))
    }
  }
  const add = (files: File[]) => {
    if (files.length === 0) return
    setRefused([])
    setBusy((count) => count + files.length)
    for (const file of files) queue.current = queue.current.then(() => send(file)).finally(() => setBusy((count) => count - 1))
  }
  return { add, isBusy: busy > 0, refused }
}

const REASONS: Partial<Record<FailureCode, Refusal>> = { 'unsupported-media-type': 'type', 'too-large': 'size', 'bad-input': 'broken' }

const whyOf = (error: unknown): Refusal => (error instanceof ProblemError && REASONS[error.code]) || 'later'

const filesOf = (transfer: DataTransfer | null) => [...(transfer?.files ?? [])]

/** Takes pictures that are pasted or dropped anywhere on the page; true while files are over it. Pasted words stay words. */
export function useFilesBroughtHere(take: (files: File[]) => void): boolean {
  const [isOver, setOver] = useState(false)
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    const bringsFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false
    const paste = (event: ClipboardEvent) => {
      const files = filesOf(event.clipboardData).filter(({ type }) => type.startsWith('image/'))
      if (files.length === 0 || event.clipboardData?.types.includes('text/plain')) return
      event.preventDefault()
      latest.current(files)
    }
    const over = (event: DragEvent) => {
      if (!bringsFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = ({ relatedTarget }: DragEvent) => relatedTarget === null && setOver(false)
    const drop = (event: DragEvent) => {
      setOver(false)
      if (!bringsFiles(event)) return
      event.preventDefault()
      latest.current(filesOf(event.dataTransfer))
    }
    const heard = { paste, dragover: over, dragleave: leave, drop }
    for (const [name, listener] of Object.entries(heard)) addEventListener(name, listener as EventListener)
    return () => {
      for (const [name, listener] of Object.entries(heard)) removeEventListener(name, listener as EventListener)
    }
  }, [])
  return isOver
}
