"use client";

import { useEffect, useRef, useState, type ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { likelyAddress } from "@/lib/mail/typing-hint";
import { Field, type FieldText } from "./field";
import { TextInput } from "./text-input";

/** In the question, `{address}` stands for the address that was probably meant. */
export type EmailHintWords = { question: string; use: string };

const AFTER_PRESS_MS = 300;

/** An address, and a question as one leaves it where it looks like a slip: taken with one press, and never in the way. */
export function EmailField({ name, id = name, label, hint, error, optionalLabel, words, ...rest }: Omit<ComponentProps<"input">, "ref" | "onBlur" | "onChange" | "type"> & FieldText & { name: string; id?: string; words: EmailHintWords }) {
  const input = useRef<HTMLInputElement>(null);
  const [meant, setMeant] = useState<string | null>(null);
  const [left, setLeft] = useState<string | null>(null);
  // A press on what stands below begins as this field is left: what would move it waits until the press is over.
  useEffect(() => {
    if (left === null) return;
    const timer = setTimeout(() => setMeant(likelyAddress(left)), AFTER_PRESS_MS);
    return () => clearTimeout(timer);
  }, [left]);
  function take(): void {
    if (!input.current || !meant) return;
    input.current.value = meant;
    setMeant(null);
    setLeft(null);
    input.current.focus();
  }
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      error={error}
      optionalLabel={optionalLabel}
      after={
        <div role="status" className="empty:hidden">
          {meant && (
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
              <span className="break-words">{words.question.replaceAll("{address}", meant)}</span>
              <Button size="sm" onClick={take}>
                {words.use}
              </Button>
            </p>
          )}
        </div>
      }
    >
      {(control) => <TextInput ref={input} name={name} type="email" autoComplete="email" autoCapitalize="none" spellCheck={false} {...rest} {...control} onBlur={(event) => setLeft(event.currentTarget.value)} onChange={() => setMeant(null)} />}
    </Field>
  );
}
