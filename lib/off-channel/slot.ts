/** Of the draft in which somebody of the desk writes down what a customer says. */
export function slotOfCall(customerId: string): string {
  return `call:${customerId}`;
}

/** Of the draft in which a customer puts right what was noted. */
export function slotOfNoted(notedId: string): string {
  return `noted:${notedId}`;
}
