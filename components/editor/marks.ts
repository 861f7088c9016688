import type { JSONContent } from "@tiptap/core";

/** From the outermost inwards; what is marked alike is written alike. */
export const MARKS = ["link", "italic", "bold", "strike", "code"] as const;
export type MarkName = (typeof MARKS)[number];
export type Mark = { type: MarkName; attrs?: { href: string; title: string | null } };

/** A text, a picture or a line break, with its marks in the order of MARKS. */
export type Inline = { type: "text" | "image" | "hardBreak"; text: string; attrs: Record<string, unknown>; marks: Mark[] };

export function marksOf(node: JSONContent): Mark[] {
  const given = node.marks ?? [];
  return MARKS.flatMap((type): Mark[] => {
    const mark = given.find((each) => each.type === type);
    if (!mark) return [];
    if (type !== "link") return [{ type }];
    return [{ type, attrs: { href: String(mark.attrs?.href ?? ""), title: mark.attrs?.title ? String(mark.attrs.title) : null } }];
  });
}

export function isSameMark(one: Mark, other: Mark): boolean {
  return one.type === other.type && one.attrs?.href === other.attrs?.href && one.attrs?.title === other.attrs?.title;
}

export function hasSameMarks(one: readonly Mark[], other: readonly Mark[]): boolean {
  return one.length === other.length && one.every((mark, at) => isSameMark(mark, other[at]!));
}
