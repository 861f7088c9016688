import "server-only";
import { headers } from "next/headers";

/** How the browser names itself, as the server saw it: no field of a form has a say. */
export async function browserName(): Promise<string> {
  return ((await headers()).get("user-agent") ?? "").slice(0, 400);
}
