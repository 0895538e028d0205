/** A table from the keys of features to rows, in typed arrays: keys where 0 is an empty place. */
export class Vocabulary {
  private slots: Int32Array
  private rows: Int32Array
  private mask: number
  size = 0
  /** For whoever counts a text: where each row stands in what was counted so far, from 1; nothing between two texts. */
  places: Int32Array

  constructor(expected: number) {
    const room = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)))
    this.slots = new Int32Array(room)
    this.rows = new Int32Array(room)
    this.mask = room - 1
    this.places = new Int32Array(room / 2)
  }

  /** The key's row; -1 where it has none. */
  find(key: number): number {
    for (let at = key & this.mask; ; at = (at + 1) & this.mask) {
      const found = this.slots[at]
      if (found === key) return this.rows[at] as number
      if (found === 0) return -1
    }
  }

  /** The key's row, which is the next free one when the key is new. */
  add(key: number): number {
    if (this.size * 2 > this.mask) this.grow()
    let at = key & this.mask
    for (; this.slots[at] !== 0; at = (at + 1) & this.mask) if (this.slots[at] === key) return this.rows[at] as number
    this.slots[at] = key
    this.rows[at] = this.size
    return this.size++
  }

  /** The keys in the order of their rows. */
  keys(): Int32Array {
    const keys = new Int32Array(this.size)
    for (let at = 0; at <= this.mask; at++) if (this.slots[at] !== 0) keys[this.rows[at] as number] = this.slots[at] as number
    return keys
  }

  private grow() {
    const keys = this.keys()
    const room = this.slots.length * 2
    this.slots = new Int32Array(room)
    this.rows = new Int32Array(room)
    this.mask = room - 1
    this.size = 0
    for (const key of keys) this.add(key)
    const { places } = this
    this.places = new Int32Array(room / 2)
    this.places.set(places)
  }
}
