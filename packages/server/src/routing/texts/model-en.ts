const named = (words: readonly string[]) => words.map((word) => `‘${word}’`).join(', ')

/** Why the learned model sent an item where it went, in English. */
export const en = {
  likely: (percent: number, model: number) => `With ${percent} % certainty this goal fits what colleagues chose before (model ${model})`,
  words: (words: readonly string[]) => `These words pointed to it most: ${named(words)}`,
  ended: (title: string) => `It looked like feedback for ‘${title}’; that goal is no longer pursued, so it goes to the goal above it`,
}
