/** Where to go after signing in, when nothing better is known; the gate leads staff on to their desk. */
export const HOME_PATH = "/portal";

/**
 * The path of this site that `next` names, or HOME_PATH. Only a path with a single leading slash is followed: "//host" and "/\host" are
 * other sites to a browser, and so is what hides behind a control character, which browsers drop before they read an address.
 */
export function safeNextPath(next: string | null | undefined): string {
  if (!next || next.length > 2000) return HOME_PATH;
  if (!/^\/(?![/\\])/.test(next) || /[\u0000-\u001f\u007f\\]/.test(next)) return HOME_PATH;
  // Leading back to the sign-in page would go round in a circle.
  if (/^\/sign-in(?:[/?#]|$)/.test(next)) return HOME_PATH;
  return next;
}
