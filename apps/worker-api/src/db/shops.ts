import type { OrderRow } from './orders.ts'

/** A shop that sells our books. `sealed_key` opens its admin; gone once the shop has removed the app. */
export interface ShopRow {
  domain: string
  sealed_key: string | null
  installed_at: number
  uninstalled_at: number | null
  /** Everything that changed in the shop before this was looked at. */
  checked_at: number
}

/** One line of a shop's order, which is one order of ours. */
export interface ShopLineRow {
  shop: string
  shop_order: string
  line: string
  order_id: string
  fulfilled_at: number | null
}

export function shopsTable(db: D1Database) {
  return {
    async install(domain: string, sealedKey: string, now: number): Promise<void> {
      await db
        .prepare(
          `INSERT INTO shops (domain, sealed_key, installed_at, checked_at) VALUES (?1, ?2, ?3, ?3)
             ON CONFLICT (domain) DO UPDATE SET sealed_key = ?2, uninstalled_at = NULL`,
        )
        .bind(domain, sealedKey, now)
        .run()
    },

    find(domain: string): Promise<ShopRow | null> {
      return db.prepare('SELECT * FROM shops WHERE domain = ?').bind(domain).first<ShopRow>()
    },

    async installed(): Promise<ShopRow[]> {
      const found = await db
        .prepare('SELECT * FROM shops WHERE sealed_key IS NOT NULL ORDER BY domain')
        .all<ShopRow>()
      return found.results
    },

    /** The key goes at once; what the shop's customers ordered is still made. */
    async uninstall(domain: string, now: number): Promise<void> {
      await db
        .prepare('UPDATE shops SET sealed_key = NULL, uninstalled_at = ? WHERE domain = ?')
        .bind(now, domain)
        .run()
    },

    async checked(domain: string, at: number): Promise<void> {
      await db.prepare('UPDATE shops SET checked_at = ? WHERE domain = ?').bind(at, domain).run()
    },

    insertLine(row: Omit<ShopLineRow, 'fulfilled_at'>): D1PreparedStatement {
      return db
        .prepare('INSERT INTO shop_lines (shop, shop_order, line, order_id) VALUES (?, ?, ?, ?)')
        .bind(row.shop, row.shop_order, row.line, row.order_id)
    },

    lineOf(shop: string, line: string): Promise<ShopLineRow | null> {
      return db
        .prepare('SELECT * FROM shop_lines WHERE shop = ? AND line = ?')
        .bind(shop, line)
        .first<ShopLineRow>()
    },

    /** Our orders for one order of the shop; for all of the shop's without one. */
    async ordersOf(shop: string, shopOrder?: string): Promise<OrderRow[]> {
      const found = await db
        .prepare(
          `SELECT o.* FROM shop_lines l JOIN orders o ON o.id = l.order_id
             WHERE l.shop = ?1 AND (?2 IS NULL OR l.shop_order = ?2)`,
        )
        .bind(shop, shopOrder ?? null)
        .all<OrderRow>()
      return found.results
    },

    /** Lines whose book is in the post and whose shop does not know, the longest untold first. */
    async untold(limit: number): Promise<(ShopLineRow & { tracking: string })[]> {
      const found = await db
        .prepare(
          `SELECT l.*, p.tracking FROM shop_lines l JOIN orders o ON o.id = l.order_id
             JOIN print_jobs p ON p.order_id = o.id JOIN shops s ON s.domain = l.shop
             WHERE l.fulfilled_at IS NULL AND o.state IN ('shipped', 'delivered') AND p.tracking IS NOT NULL
               AND s.sealed_key IS NOT NULL ORDER BY o.updated_at LIMIT ?`,
        )
        .bind(limit)
        .all<ShopLineRow & { tracking: string }>()
      return found.results
    },

    async fulfilled(shop: string, line: string, now: number): Promise<void> {
      await db
        .prepare('UPDATE shop_lines SET fulfilled_at = ? WHERE shop = ? AND line = ?')
        .bind(now, shop, line)
        .run()
    },

    /** Somebody's data in this order of the shop is to be erased; kept until it was. */
    async askErasure(shop: string, shopOrder: string, now: number): Promise<void> {
      await db
        .prepare('INSERT OR IGNORE INTO shop_erasures (shop, shop_order, asked_at) VALUES (?, ?, ?)')
        .bind(shop, shopOrder, now)
        .run()
    },

    async erasures(limit: number): Promise<{ shop: string; shop_order: string; asked_at: number }[]> {
      const found = await db
        .prepare('SELECT * FROM shop_erasures ORDER BY asked_at LIMIT ?')
        .bind(limit)
        .all<{ shop: string; shop_order: string; asked_at: number }>()
      return found.results
    },

    async erased(shop: string, shopOrder: string): Promise<void> {
      await db
        .prepare('DELETE FROM shop_erasures WHERE shop = ? AND shop_order = ?')
        .bind(shop, shopOrder)
        .run()
    },
  }
}
export type ShopsTable = ReturnType<typeof shopsTable>
