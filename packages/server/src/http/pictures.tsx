interface PicturesProps {
  /** Where each is found from this page on. */
  pictures: readonly { url: string; alt: string; locale: string; width: number; height: number }[]
}

/** The pictures of an outcome, each whole and as wide as there is room. */
export const OutcomePictures = ({ pictures }: PicturesProps) => (
  <>
    {pictures.map(({ url, alt, locale, width, height }) => (
      <img class="shown" src={url} alt={alt} lang={locale} width={width} height={height} loading="lazy" />
    ))}
  </>
)
