/* Preact alone, as it is left in a page that draws with it. */
export { Fragment, h, render } from 'preact'
