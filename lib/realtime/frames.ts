/** The text of a stream of server-sent events (HTML Standard, 9.2). */

/** @param id what the browser says it has seen when it comes again */
export function frame({ event, id, data }: { event?: "ready" | "reset" | "beat" | "end"; id?: string; data: unknown }): string {
  const lines = [event && `event: ${event}`, id && `id: ${id}`, `data: ${JSON.stringify(data)}`];
  return `${lines.filter(Boolean).join("\n")}\n\n`;
}

/** How long a browser waits before it comes again, in milliseconds: not all at the same moment. */
export function retryFrame(waitMs: number): string {
  return `retry: ${Math.round(waitMs)}\n\n`;
}
