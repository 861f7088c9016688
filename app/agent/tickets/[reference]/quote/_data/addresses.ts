export function hrefOfQuoteDesk(ticketReference: string): string {
  return `/agent/tickets/${ticketReference}/quote`;
}
