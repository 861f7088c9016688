/** A picture of this desk's: the file's id, and its size in pixels where the address says it. */
export type OwnPicture = { id: string; width: number | null; height: number | null };

/**
 * The address of a file of ours, and of nothing else. Behind the mark # stands the picture's size, which never leaves the browser: so the
 * page keeps its room before it is there.
 */
export function ownPicture(address: string): OwnPicture | null {
  const [, id, width, height] = OWN.exec(address) ?? [];
  return id === undefined ? null : { id: id.toLowerCase(), width: width ? Number(width) : null, height: height ? Number(height) : null };
}

const OWN = /^\/api\/files\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:#([1-9]\d{0,4})x([1-9]\d{0,4}))?$/i;

export function addressOfPicture({ href, width, height }: { href: string; width: number | null; height: number | null }): string {
  return width && height ? `${href}#${width}x${height}` : href;
}
