import type { Member } from '@klankbord/shared/members'
import type { Page, PageQuery } from '@klankbord/shared/page'
import { pageFrom, readCursor } from '../db/pages.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { listMembers } from './store.ts'

type Asked = PageQuery & { q?: string | undefined; teamId?: string | undefined; ids?: string | undefined; active?: 'true' | undefined }

/** Colleagues by name, page by page. */
export async function readMembers({ db }: Deps, scope: Scope, { q = '', teamId, ids, active, cursor, limit }: Asked): Promise<Page<Member>> {
  const after = cursor === undefined ? null : readCursor(cursor, 2)
  const words = q.split(/\s+/).filter(Boolean)
  const rows = await listMembers(db, scope, { words, teamId, ids: ids?.split(',').filter(Boolean), activeOnly: active === 'true', after, limit })
  return pageFrom(
    rows,
    limit,
    ({ name, id }) => [name, id],
    (member) => member,
  )
}
