import { hash } from 'node:crypto'

/** What says that a setting is still as somebody saw it: another text for other values. */
export const versionOfSetting = (values: object): string => hash('sha1', JSON.stringify(values), 'base64url').slice(0, 16)
