import type { Page } from 'playwright-core'

/**
 * What an owner does with a book at the printer, by keyboard: the alerts, the child's photo, a part of the money given
 * back. Answers the rules that `look` found broken on the way.
 */
export async function ownerLooksAndRefunds(
  owner: Page,
  orderId: string,
  look: (name: string, at: Page) => Promise<string[]>,
): Promise<string[]> {
  const broken: string[] = []
  await owner.getByRole('heading', { name: 'Orders' }).waitFor()
  await owner.keyboard.press('w')
  await owner.getByRole('heading', { name: 'Alerts' }).waitFor()
  await owner
    .getByText(/Nothing waits for a person|Settle/)
    .first()
    .waitFor()
  broken.push(...(await look('alerts', owner)))
  await owner.keyboard.press('Escape')
  await owner.locator(`[data-item="${orderId}"]`).click()
  await owner.getByRole('button', { name: 'Refund' }).waitFor()
  await owner.keyboard.press('v')
  await owner.getByRole('button', { name: 'To compare the likeness' }).click()
  await owner.keyboard.press('Enter')
  await owner.getByRole('img', { name: 'The photo that the parent sent' }).waitFor()
  broken.push(...(await look('photo', owner)))
  await owner.keyboard.press('Escape')
  await owner.keyboard.press('f')
  await owner.getByRole('heading', { name: 'Give money back?' }).waitFor()
  await owner.getByRole('button', { name: 'Arrived late' }).click()
  await owner.getByLabel(/^Amount in/).fill('5')
  broken.push(...(await look('refund', owner)))
  await owner.keyboard.press('Enter')
  await owner.getByRole('heading', { name: 'Money', exact: true }).waitFor()
  await owner
    .getByText(/Refund(ed| on its way| asked for)/)
    .first()
    .waitFor()
  broken.push(...(await look('refunded', owner)))
  return broken
}
