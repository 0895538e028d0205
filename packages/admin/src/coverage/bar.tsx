/** For the eye: the words beside it say the same. */
export const Bar = ({ share }: { share: number }) => (
  <span class="bar" aria-hidden="true">
    <i style={{ '--share': `${share * 100}%` }} />
  </span>
)
