import "server-only";
import { headers } from "next/headers";

/** The network address that the request came from, as our own server saw it: no header of the client's has a say. */
export async function clientAddress(): Promise<string> {
  return (await headers()).get("x-mesa-client-address") ?? "unknown";
}
