import { typedText } from "@/lib/actions/text";
import { foreignPictures, linesOf, picturesIn } from "./pictures";

/** Markdown of a page of its own: an article. Refuses pictures that stand elsewhere, by their lines. */
export function documentText({ max, min = 1 }: { max: number; min?: number }) {
  return typedText({ max, min }).superRefine((text, context) => {
    // Too long is said already, and is not read.
    const found = text.length > max ? [] : foreignPictures(text);
    if (found.length > 0) context.addIssue({ code: "custom", message: `field.foreignPictures:${linesOf(found)}`, input: text });
  });
}

/** The same where there is nobody whose files pictures could be: an answer, a policy. Refuses any, by its line. */
export function textWithoutPictures({ max }: { max: number }) {
  return typedText({ max }).superRefine((text, context) => {
    const found = text.length > max ? [] : picturesIn(text);
    if (found.length > 0) context.addIssue({ code: "custom", message: `field.noPictures:${linesOf(found)}`, input: text });
  });
}
