const memory = new Map<string, string>()

/** What was kept under this name, or null. */
export function recall<Value>(name: string): Value | null {
  try {
    return JSON.parse(memory.get(name) ?? localStorage.getItem(name) ?? 'null')
  } catch {
    // A browser that refuses storage throws on reading it; text that is not ours is nothing to us.
    return null
  }
}

/** Keeps a value, or removes it when it is null. False when it lives only as long as this page. */
export function keep(name: string, value: unknown): boolean {
  const text = JSON.stringify(value)
  try {
    if (value === null) localStorage.removeItem(name)
    else localStorage.setItem(name, text)
    memory.delete(name)
    return true
  } catch {
    memory.set(name, text)
    return false
  }
}
