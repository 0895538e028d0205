import type { OutcomePicture } from '@klankbord/shared/outcome-pictures'
import '../styles/outcome-pictures.css'
import { outcomePictureAddress } from './uploads.ts'

interface ShownPicturesProps {
  pictures: readonly OutcomePicture[]
  /** The language of who reads it; where a picture is not described in it, the original's words stand. */
  locale: string
  original: string
}

/** The pictures of an outcome, as its readers see them. */
export function ShownPictures({ pictures, locale, original }: ShownPicturesProps) {
  if (pictures.length === 0) return null
  return (
    <div class="shown-pictures">
      {pictures.map(({ id, alt, alts, width, height }) => {
        const theirs = locale === original ? '' : (alts[locale]?.trim() ?? '')
        return (
          <img
            key={id}
            src={outcomePictureAddress(id)}
            alt={theirs || alt}
            lang={theirs ? locale : original}
            width={width}
            height={height}
            loading="lazy"
            decoding="async"
          />
        )
      })}
    </div>
  )
}
