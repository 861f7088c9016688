import { z } from "zod";

/** One of the tickets that a message is being split into, as it stands in the form: texts as typed, choices maybe missing. */
const partSchema = z.object({
  key: z.uuid(),
  subject: z.string(),
  body: z.string(),
  departmentId: z.string(),
  productId: z.string(),
  priority: z.string(),
  /** Tickets that it was said not to be about. */
  different: z.array(z.string()).default([]),
});
export type TicketPart = z.output<typeof partSchema>;

/** What a draft keeps of a split; anything else is no split. */
export function readParts(json: string | undefined): TicketPart[] {
  if (!json) return [];
  try {
    const parsed = z.array(partSchema).safeParse(JSON.parse(json));
    return parsed.success && parsed.data.length > 1 ? parsed.data : [];
  } catch {
    return []; // cut off where the draft may hold no more
  }
}

/** Joins a part to the one before it; what both begin and end with (the greeting, the thanks) is kept once. */
export function joinPart(parts: TicketPart[], index: number): TicketPart[] {
  const [before, part] = [parts[index - 1], parts[index]];
  if (!before || !part) return parts;
  const joined = { ...before, body: joinTexts(before.body, part.body), different: [...new Set([...before.different, ...part.different])] };
  return [...parts.slice(0, index - 1), joined, ...parts.slice(index + 1)];
}

export function joinTexts(one: string, other: string): string {
  const first = one.trim().split(/\n\s*\n/);
  const second = other.trim().split(/\n\s*\n/);
  let same = 0;
  while (same < Math.min(first.length, second.length) - 1 && first[same] === second[same]) same += 1;
  let ending = 0;
  while (ending < Math.min(first.length, second.length) - same - 1 && first.at(-1 - ending) === second.at(-1 - ending)) ending += 1;
  return [...first.slice(0, first.length - ending), ...second.slice(same)].join("\n\n");
}
