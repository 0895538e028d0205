import { digital } from './noorderwiel/voices-digital.ts'
import { fleet } from './noorderwiel/voices-fleet.ts'
import { general } from './noorderwiel/voices-general.ts'
import { home } from './noorderwiel/voices-home.ts'
import { invoices } from './noorderwiel/voices-invoices.ts'
import { membersService } from './noorderwiel/voices-members.ts'
import { oosterpoort } from './noorderwiel/voices-oosterpoort.ts'
import { shop } from './noorderwiel/voices-shop.ts'
import { zernike } from './noorderwiel/voices-zernike.ts'

/** Everything that was said to the company. */
export const script = [...oosterpoort, ...zernike, ...home, ...fleet, ...membersService, ...invoices, ...digital, ...shop, ...general]
