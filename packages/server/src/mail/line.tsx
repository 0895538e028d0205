import type { ComponentChildren } from 'preact'

export const SANS = "-apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif"
export const PAPER = { light: '#faf8f4', dark: '#191816' }

export function Line({
  children,
  soft = false,
  bold = false,
  large = false,
}: {
  children: ComponentChildren
  soft?: boolean
  bold?: boolean
  large?: boolean
}) {
  const style = {
    margin: '0 0 20px',
    font: `${bold ? 600 : 400} ${soft ? 15 : large ? 18 : 17}px/1.55 ${SANS}`,
    color: soft ? '#635b50' : '#24211c',
    overflowWrap: 'anywhere',
    wordBreak: 'break-word',
  }
  return (
    <p class={soft ? 'soft' : 'ink'} style={style}>
      {children}
    </p>
  )
}
