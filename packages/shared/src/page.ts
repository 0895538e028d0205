import * as z from 'zod'

/** What every list takes: `limit` items (1 to 200) after the opaque `cursor` of the page before. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
})
export type PageQuery = z.infer<typeof PageQuery>

/** One page of a list; `next` is the cursor of the following page, null on the last. */
export const pageOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), next: z.string().nullable() })

export interface Page<Item> {
  items: Item[]
  next: string | null
}
