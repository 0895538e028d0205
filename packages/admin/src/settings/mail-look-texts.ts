import { useLanguage } from '../language.tsx'
import { mailLook as en } from '../texts/en/mail-look.ts'
import { mailLook as nl } from '../texts/nl/mail-look.ts'

/** Beside the other texts, so that only who opens these settings fetches them. */
export const useMailTexts = () => ({ nl, en })[useLanguage().code]
