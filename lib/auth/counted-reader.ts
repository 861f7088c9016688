import "server-only";
import { isbot } from "isbot";
import { findPerson } from "@/lib/auth/session";

/** Whether what is read in this request says something about the customers: bots and the desk's own people are not counted. */
export async function isCountedReader(headers: Pick<Headers, "get">): Promise<boolean> {
  const userAgent = headers.get("user-agent") ?? "";
  if (userAgent === "" || isbot(userAgent)) return false;
  const person = await findPerson();
  return person?.kind !== "staff";
}
