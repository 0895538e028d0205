/** Words of joy, and of thanks for what is not there, in the languages of our texts. What goes with a refusal holds none of them. */
export const CHEERFUL =
  /!|😀|🙂|🎉|goed nieuws|geweldig|leuk|blij|fijn|super|hoera|\btof\b|mooi|feest|prima|great|good news|happy|glad\b|thrilled|excited|wonderful|fantastic|hooray|\byay\b|enjoy|celebrat|gute nachricht|freu|toll\b|schön|wunderbar|bonne nouvelle|heureux|heureuse|ravi\b|ravie|génial|bravo|merci|dank|thank/i
