import type { ServerResponse } from "node:http";

/** How a route says how long its answer is: the framework drops `content-length` from every answer, also where it is known and true. */
export const LENGTH_HEADER = "x-mesa-content-length";

/** Puts the length where readers look for it, so that a download shows how far it is. */
export function keepKnownLength(response: ServerResponse): void {
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) => {
    if (name.toLowerCase() !== LENGTH_HEADER) return setHeader(name, value);
    return setHeader("content-length", Array.isArray(value) ? (value[0] ?? "") : String(value));
  };
}
