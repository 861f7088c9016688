"use client";

import { filled } from "@/components/attachments/upload-texts";
import { CONTROL_CLASS, CONTROL_TEXT } from "@/components/forms/control-class";
import { cn } from "@/components/ui/cn";
import { detailOf } from "@/lib/actions/details";

/** `title` with {author} and {version}. */
export type ConflictWords = { title: string; hint: string; diff: string; somebody: string; fields: Record<"title" | "summary" | "tags" | "body", string> };

/** What somebody else saved meanwhile, whole, to be copied from; what they changed is a page away. */
export function ArticleConflictNotice({ details, versionsHref, seen, words }: { details: unknown; versionsHref: string; seen: number; words: ConflictWords }) {
  const version = detailOf(details, "version");
  const theirs = detailOf(details, "theirs");
  if (typeof version !== "number" || theirs === undefined) return null;
  const title = filled(words.title, { author: textOf(theirs, "author") || words.somebody, version: String(version) });
  const tags = detailOf(theirs, "tags");
  return (
    <section aria-label={title} className="space-y-3 rounded-lg border border-warn-line bg-warn-soft p-4 text-sm">
      <h2 className="font-semibold">{title}</h2>
      <p>{words.hint}</p>
      <p>
        <a href={`${versionsHref}?from=${seen}&to=${version}`} target="_blank" className="link inline-flex min-h-6 items-center">
          {words.diff}
        </a>
      </p>
      <Fact name={words.fields.title} text={textOf(theirs, "title")} rows={1} />
      <Fact name={words.fields.summary} text={textOf(theirs, "summary")} rows={2} />
      <Fact name={words.fields.tags} text={Array.isArray(tags) ? tags.join(", ") : ""} rows={1} />
      <Fact name={words.fields.body} text={textOf(theirs, "body")} rows={12} />
    </section>
  );
}

/** A field, so that it can be reached, read and copied by keyboard; without a name it is not sent. */
function Fact({ name, text, rows }: { name: string; text: string; rows: number }) {
  return (
    <label className="block space-y-1">
      <span className="text-muted">{name}</span>
      <textarea readOnly rows={rows} defaultValue={text} className={cn(CONTROL_CLASS, CONTROL_TEXT, "max-h-72 bg-sunken py-2.5 leading-normal")} />
    </label>
  );
}

function textOf(value: unknown, name: string): string {
  const text = detailOf(value, name);
  return typeof text === "string" ? text : "";
}
