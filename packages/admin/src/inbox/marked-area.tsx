import { gapsIn } from '@klankbord/shared/reply-variables'
import type { JSX, RefObject } from 'preact'
import { useRef } from 'preact/hooks'

type MarkedAreaProps = Omit<JSX.IntrinsicElements['textarea'], 'value' | 'ref'> & { area: RefObject<HTMLTextAreaElement | null>; value: string }

/** A field for words in which what is still to be filled in is marked, by the same words behind it. */
export function MarkedArea({ area, value, ...rest }: MarkedAreaProps) {
  const behind = useRef<HTMLDivElement>(null)
  const follow = () => {
    if (behind.current && area.current) behind.current.scrollTop = area.current.scrollTop
  }
  return (
    <div class="marked-area">
      <div class="control marked-behind" data-short aria-hidden="true" ref={behind}>
        {marked(value)}
        {'\n'}
      </div>
      <textarea {...rest} class="control" data-short ref={area} value={value} onScroll={follow} />
    </div>
  )
}

function marked(text: string) {
  let end = 0
  const shown = gapsIn(text).flatMap(({ from, to }) => {
    const parts = [text.slice(end, from), <mark key={from}>{text.slice(from, to)}</mark>]
    end = to
    return parts
  })
  return [...shown, text.slice(end)]
}
