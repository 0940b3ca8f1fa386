import { buildSchema } from 'graphql'

/**
 * The part of the Admin GraphQL API, version 2026-10, that an app like this may call, with the fields' own names, kinds and
 * nullability: https://shopify.dev/docs/api/admin-graphql/2026-10. Whoever asks for a field that is not there is refused.
 */
export const adminSchema = buildSchema(`
  scalar DateTime
  scalar Decimal
  scalar Money
  scalar URL

  type Query {
    order(id: ID!): Order
    orders(first: Int, after: String, query: String, sortKey: OrderSortKeys = PROCESSED_AT): OrderConnection!
    webhookSubscriptions(first: Int): WebhookSubscriptionConnection!
  }
  type Mutation {
    fulfillmentOrderHold(id: ID!, fulfillmentHold: FulfillmentOrderHoldInput!): FulfillmentOrderHoldPayload
    fulfillmentOrderReleaseHold(id: ID!, holdIds: [ID!]): FulfillmentOrderReleaseHoldPayload
    fulfillmentCreate(fulfillment: FulfillmentInput!, message: String): FulfillmentCreatePayload
    refundCreate(input: RefundInput!): RefundCreatePayload
    webhookSubscriptionCreate(topic: WebhookSubscriptionTopic!, webhookSubscription: WebhookSubscriptionInput!): WebhookSubscriptionCreatePayload
  }
  enum OrderSortKeys { PROCESSED_AT UPDATED_AT CREATED_AT }
  enum CurrencyCode { USD EUR GBP VND }
  enum CountryCode { US GB DE VN FR }
  enum OrderDisplayFinancialStatus { AUTHORIZED EXPIRED PAID PARTIALLY_PAID PARTIALLY_REFUNDED PENDING REFUNDED VOIDED }
  enum FulfillmentOrderStatus { CANCELLED CLOSED INCOMPLETE IN_PROGRESS ON_HOLD OPEN SCHEDULED }
  enum FulfillmentHoldReason { AWAITING_PAYMENT AWAITING_RETURN_ITEMS HIGH_RISK_OF_FRAUD INCORRECT_ADDRESS INVENTORY_OUT_OF_STOCK ONLINE_STORE_POST_PURCHASE_CROSS_SELL OTHER UNKNOWN_DELIVERY_DATE }
  enum WebhookSubscriptionTopic { APP_UNINSTALLED ORDERS_CANCELLED ORDERS_CREATE ORDERS_EDITED ORDERS_PAID ORDERS_UPDATED REFUNDS_CREATE }
  enum WebhookSubscriptionFormat { JSON XML }
  enum OrderTransactionKind { AUTHORIZATION CAPTURE SALE REFUND SUGGESTED_REFUND VOID }
  enum RefundLineItemRestockType { CANCEL LEGACY_RESTOCK NO_RESTOCK RETURN }

  type MoneyV2 { amount: Decimal! currencyCode: CurrencyCode! }
  type MoneyBag { shopMoney: MoneyV2! presentmentMoney: MoneyV2! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type UserError { field: [String!] message: String! }
  type Attribute { key: String! value: String }
  type MailingAddress {
    name: String firstName: String lastName: String address1: String address2: String city: String
    provinceCode: String zip: String countryCodeV2: CountryCode phone: String
  }
  type Order {
    id: ID! name: String! test: Boolean! cancelledAt: DateTime displayFinancialStatus: OrderDisplayFinancialStatus
    email: String phone: String customerLocale: String updatedAt: DateTime! currencyCode: CurrencyCode!
    totalRefundedSet: MoneyBag! totalPriceSet: MoneyBag! totalReceivedSet: MoneyBag!
    shippingAddress: MailingAddress
    lineItems(first: Int): LineItemConnection!
    fulfillmentOrders(first: Int): FulfillmentOrderConnection!
    refunds(first: Int): [Refund!]!
    suggestedRefund(refundLineItems: [RefundLineItemInput!], suggestFullRefund: Boolean = false): SuggestedRefund
  }
  type OrderConnection { nodes: [Order!]! pageInfo: PageInfo! }
  type LineItem {
    id: ID! sku: String title: String! quantity: Int! currentQuantity: Int!
    discountedTotalSet: MoneyBag! customAttributes: [Attribute!]!
  }
  type LineItemConnection { nodes: [LineItem!]! pageInfo: PageInfo! }
  type FulfillmentHold { id: ID! handle: String reason: FulfillmentHoldReason! }
  type FulfillmentOrderLineItem { id: ID! remainingQuantity: Int! totalQuantity: Int! lineItem: LineItem! }
  type FulfillmentOrderLineItemConnection { nodes: [FulfillmentOrderLineItem!]! }
  type FulfillmentOrder {
    id: ID! status: FulfillmentOrderStatus! fulfillmentHolds: [FulfillmentHold!]!
    lineItems(first: Int): FulfillmentOrderLineItemConnection!
  }
  type FulfillmentOrderConnection { nodes: [FulfillmentOrder!]! }
  type Refund { id: ID! note: String totalRefundedSet: MoneyBag! }
  type OrderTransaction { id: ID! gateway: String }
  type SuggestedOrderTransaction { amountSet: MoneyBag! gateway: String kind: OrderTransactionKind! parentTransaction: OrderTransaction }
  type SuggestedRefund { amountSet: MoneyBag! suggestedTransactions: [SuggestedOrderTransaction!]! }
  type WebhookSubscription { id: ID! topic: WebhookSubscriptionTopic! uri: String! }
  type WebhookSubscriptionConnection { nodes: [WebhookSubscription!]! }

  input FulfillmentOrderLineItemInput { id: ID! quantity: Int! }
  input FulfillmentOrderHoldInput {
    reason: FulfillmentHoldReason! reasonNotes: String notifyMerchant: Boolean = false externalId: String handle: String
    fulfillmentOrderLineItems: [FulfillmentOrderLineItemInput!] = []
  }
  input FulfillmentOrderLineItemsInput { fulfillmentOrderId: ID! fulfillmentOrderLineItems: [FulfillmentOrderLineItemInput!] }
  input FulfillmentTrackingInput { company: String number: String numbers: [String!] url: URL urls: [URL!] }
  input FulfillmentInput {
    lineItemsByFulfillmentOrder: [FulfillmentOrderLineItemsInput!]! notifyCustomer: Boolean = false
    trackingInfo: FulfillmentTrackingInput
  }
  input RefundLineItemInput { lineItemId: ID! quantity: Int! restockType: RefundLineItemRestockType }
  input OrderTransactionInput { amount: Money! gateway: String! kind: OrderTransactionKind! orderId: ID! parentId: ID }
  input RefundInput {
    orderId: ID! note: String notify: Boolean refundLineItems: [RefundLineItemInput!] transactions: [OrderTransactionInput!]
  }
  input WebhookSubscriptionInput { uri: String format: WebhookSubscriptionFormat filter: String }

  type FulfillmentOrderHoldPayload { fulfillmentOrder: FulfillmentOrder userErrors: [UserError!]! }
  type FulfillmentOrderReleaseHoldPayload { fulfillmentOrder: FulfillmentOrder userErrors: [UserError!]! }
  type Fulfillment { id: ID! }
  type FulfillmentCreatePayload { fulfillment: Fulfillment userErrors: [UserError!]! }
  type RefundCreatePayload { refund: Refund userErrors: [UserError!]! }
  type WebhookSubscriptionCreatePayload { webhookSubscription: WebhookSubscription userErrors: [UserError!]! }
`)
