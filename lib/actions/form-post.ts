import "server-only";
import { headers } from "next/headers";

/**
 * True while a form that was sent without JavaScript is answered. A page that leads strangers to the sign-in page does not do so then:
 * the session ended while one was writing, and a redirect would throw the text away.
 */
export async function isFormPost(): Promise<boolean> {
  return (await headers()).get("content-type")?.startsWith("multipart/form-data") ?? false;
}

/** True where the page itself answers a form, since no script sent it: what was refused must not be folded away. */
export async function isPlainFormPost(): Promise<boolean> {
  return (await isFormPost()) && !(await headers()).has("next-action");
}
