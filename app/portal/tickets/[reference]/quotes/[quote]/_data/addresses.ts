export function hrefOfQuote({ ticketReference, reference }: { ticketReference: string; reference: string }): string {
  return `/portal/tickets/${ticketReference}/quotes/${reference}`;
}
