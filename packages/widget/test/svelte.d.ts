declare module '*.svelte' {
  import type { Component } from 'svelte'
  import type { KlankbordOptions } from '../src/svelte.ts'

  const component: Component<{ options: KlankbordOptions }, { change(options: KlankbordOptions): void }>
  export default component
}
