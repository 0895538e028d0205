import type { Row } from '../../server/bench/table.ts'
import { bytesOf } from './bytes.ts'
import { bundleFloors } from './floors.ts'
import { speedOf } from './speed.ts'
import { setStage } from './stage.ts'
import { tracesOf } from './traces.ts'

/** What the built widget weighs, how fast it is there, and what it leaves on its host's page. */
export async function benchWidget(folder: string, port: number): Promise<Row[]> {
  const floors = await bundleFloors()
  const bytes = bytesOf(floors)
  const stage = await setStage(folder, port, floors)
  try {
    return [...bytes, ...(await speedOf(stage)), ...(await tracesOf(stage))]
  } finally {
    await stage.stop()
  }
}
