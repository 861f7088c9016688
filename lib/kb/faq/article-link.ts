/** What an author typed to name an article: its address, or else its title. Null for nothing. */
export function articleNamed(typed: string): { slug: string } | { title: string } | null {
  const text = typed.trim();
  if (text === "") return null;
  const slug = /^(?:https?:\/\/[^/\s]+)?\/kb\/articles\/([a-z0-9]+(?:-[a-z0-9]+)*)\/?(?:[?#]\S*)?$/.exec(text)?.[1];
  return slug === undefined ? { title: text } : { slug };
}
