import type { ArtifactRow } from '../db/artifacts.ts'
import type { OrderRow } from '../db/orders.ts'
import type { Services } from '../services.ts'

/**
 * The picture that will be printed on every slot, as things stand: the newest one made for the order, else the one that
 * the parent approved in the preview.
 */
export async function printedPages(
  services: Pick<Services, 'artifacts'>,
  order: OrderRow,
): Promise<Map<string, ArtifactRow>> {
  const [approved, made] = await Promise.all([
    services.artifacts.current(order.preview_job_id),
    order.render_job_id ? services.artifacts.current(order.render_job_id) : [],
  ])
  const pages = [...approved, ...made].filter((artifact) => artifact.role === 'page')
  return new Map(pages.map((page) => [page.slot, page]))
}
