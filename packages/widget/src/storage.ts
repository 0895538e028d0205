/** Where things are kept under names: on the device, or, when it refuses or the page holds it back, as long as the page lives. */
export interface Box {
  /** What was kept under this name, or null. */
  recall<Value>(name: string): Value | null
  /** Keeps a value, or removes it when it is null. */
  keep(name: string, value: unknown): void
  /** Removes everything but what still waits to be sent. */
  clear(): void
  /** False when what was kept last lives only as long as this page. */
  lasting: boolean
  /** True while nothing may be put on the device. */
  held: boolean
  /** Until the customer consents nothing is put on the device; then what was kept meanwhile is. */
  consent(): void
}

export function openBox(prefix: string, isHeld: boolean): Box {
  const memory = new Map<string, string>()
  const box: Box = {
    lasting: true,
    held: isHeld,
    recall(name) {
      try {
        return JSON.parse(memory.get(name) ?? ((box.held ? null : localStorage.getItem(prefix + name)) as string))
      } catch {
        // A browser that refuses storage throws on reading it; text that is not ours is nothing to us.
        return null
      }
    },
    keep(name, value) {
      const text = JSON.stringify(value)
      memory.set(name, text)
      if (box.held) box.lasting &&= value === null
      else
        try {
          if (value === null) localStorage.removeItem(prefix + name)
          else localStorage.setItem(prefix + name, text)
          memory.delete(name)
          // Taking something away proves nothing.
          box.lasting ||= value !== null
        } catch {
          box.lasting = false
        }
    },
    clear() {
      const names = [...memory.keys()]
      try {
        names.push(...Object.keys(localStorage).flatMap((name) => name.split(prefix)[1] ?? []))
      } catch {}
      for (const name of names) if (name !== 'waiting') box.keep(name, null)
    },
    consent() {
      box.held = false
      for (const [name, text] of [...memory]) box.keep(name, JSON.parse(text))
    },
  }
  return box
}
