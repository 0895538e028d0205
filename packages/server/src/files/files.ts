/**
 * Keeps bytes under keys that we make, such as `<organisation>/<id>`; never one of a stranger's. A folder today, made so that a store of objects can follow.
 * Every key is written once.
 */
export interface Files {
  /** Kept, also through a power cut, when it resolves. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** Null when there is nothing under this key. */
  get(key: string): Promise<Uint8Array<ArrayBuffer> | null>
  /** Resolves too when there was nothing. */
  remove(key: string): Promise<void>
  /** Every key that begins with `<folder>/`, whole or half written. */
  list(folder: string): AsyncIterable<string>
}
