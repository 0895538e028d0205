/** Whether any of this rectangle is in the viewport. */
export const inView = ({ left, top, right, bottom }: DOMRect) =>
  bottom > 0 && right > 0 && top < innerHeight && left < innerWidth && right > left && bottom > top
