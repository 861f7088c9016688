"use client";

import type { ComponentProps } from "react";
import type { FieldText } from "@/components/forms/field";
import { TextareaField } from "@/components/forms/textarea";
import { cn } from "@/components/ui/cn";
import { BODY_MAX } from "@/lib/tickets/types";

/** From here on the reader is told how much room is left. */
const NEAR_MAX = 0.9;

export interface CounterWords {
  /** With {count} in it. */
  left: string;
  over: string;
  /** Said once, to those who do not see the count. */
  near: string;
}

/**
 * Where one writes a message. Too much text is counted, not cut: `maxLength` would swallow the end of what is pasted without a word.
 * @param length of the text as it is now
 */
export function ComposerField({
  length,
  limit = BODY_MAX,
  counter,
  ...rest
}: ComponentProps<"textarea"> & FieldText & { name: string; length: number; limit?: number; counter: CounterWords }) {
  return <TextareaField {...rest} after={<TextCounter length={length} limit={limit} words={counter} />} />;
}

export function TextCounter({ length, limit, words }: { length: number; limit: number; words: CounterWords }) {
  const isNear = length >= limit * NEAR_MAX;
  const isOver = length > limit;
  const count = isOver ? words.over.replace("{count}", String(length - limit)) : words.left.replace("{count}", String(limit - length));
  return (
    <>
      {isNear && (
        <p aria-hidden="true" className={cn("text-sm tabular-nums", isOver ? "font-medium text-danger" : "text-muted")}>
          {count}
        </p>
      )}
      <span role="status" className="sr-only">
        {isNear && words.near}
      </span>
    </>
  );
}
