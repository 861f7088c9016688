/** Where the portal's first address leads on, nothing is shown. */
export default function NoSuspension(): null {
  return null;
}
