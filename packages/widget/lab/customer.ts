import { texts } from '../src/texts/all.ts'
import type { Language } from '../src/texts/languages.ts'

/** Someone who uses the widget by what is seen of it. */
export class Customer {
  readonly root: ShadowRoot
  readonly language: Language

  constructor(root: ShadowRoot, language: Language) {
    this.root = root
    this.language = language
  }

  /** Waits until this is there. */
  async find<Found extends HTMLElement>(selector: string): Promise<Found> {
    const deadline = Date.now() + 60_000
    for (;;) {
      const found = this.root.querySelector<Found>(selector)
      if (found) return found
      if (Date.now() > deadline) throw new Error(`${selector} is not shown`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  async press(selector: string) {
    ;(await this.find(selector)).click()
  }

  async send() {
    await this.press('[type=submit]')
  }

  async check() {
    await this.press('.check input')
  }

  async type(message: string) {
    const field = await this.find<HTMLTextAreaElement>('#message')
    field.value = message
    field.dispatchEvent(new Event('input'))
  }

  /** Writes, and pauses, until something is found that is like it. */
  async writeUntil(selector: string, message: string) {
    while (!this.root.querySelector(selector)) {
      await this.type(message)
      await new Promise((resolve) => setTimeout(resolve, 1500))
    }
  }

  async addPictures(count: number) {
    const field = await this.find<HTMLInputElement>('input[type=file]')
    const files = new DataTransfer()
    for (let number = 0; number < count; number++) files.items.add(new File([await paint(number)], `${number}.png`, { type: 'image/png' }))
    field.files = files.files
    field.dispatchEvent(new Event('change'))
  }

  async erase() {
    const { later: words } = await texts[this.language]()
    const yours = await this.find<HTMLDetailsElement>('details')
    yours.open = true
    await this.find('details details')
    const button = [...this.root.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === words.eraseYes)
    button?.click()
    await this.find('[role=status]:not(:empty)')
  }
}

function paint(number: number): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 200
  const context = canvas.getContext('2d') as CanvasRenderingContext2D
  context.fillStyle = `hsl(${number * 90} 60% 50%)`
  context.fillRect(0, 0, 200, 200)
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob as Blob)))
}
