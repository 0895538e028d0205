const named = (words: readonly string[]) => words.map((word) => `‘${word}’`).join(', ')

/** Why the learned model sent an item where it went, in Dutch. */
export const nl = {
  likely: (percent: number, model: number) => `Dit doel past met ${percent} % zekerheid bij wat collega’s eerder kozen (model ${model})`,
  words: (words: readonly string[]) => `Vooral deze woorden wezen ernaar: ${named(words)}`,
  ended: (title: string) => `Het leek op feedback voor ‘${title}’; dat doel loopt niet meer, dus het gaat naar het doel erboven`,
}
