"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { SignInLink } from "@/components/forms/sign-in-link";
import { buttonClass } from "@/components/ui/button";
import { announce } from "@/components/ui/announcer";
import { useDeskAction, type DeskAction } from "./use-desk-action";

export type MoveWords = { up: string; down: string; done: string; first: string; last: string; invalid: string; offline: string; signIn: string };

/** Up and down on its level. At an end the button stays where it is and says so, so that the focus is not lost on the way there. */
export function MoveForm({ action, permalink, id, isFirst, isLast, words }: {
  action: DeskAction<unknown>;
  permalink: string;
  /** Of what is moved, as the action calls it. */
  id: { name: string; value: string };
  isFirst: boolean;
  isLast: boolean;
  words: MoveWords;
}) {
  const { state, formAction, send, isPending, attempt } = useDeskAction<unknown>(action, { offline: words.offline, permalink, onOk: () => announce(words.done) });
  const refused = state.status === "refused" ? state : null;
  return (
    <form
      action={formAction}
      onSubmit={(event) => {
        event.preventDefault();
        const { submitter } = event.nativeEvent as globalThis.SubmitEvent;
        const form = new FormData(event.currentTarget, submitter);
        const isUp = form.get("direction") === "up";
        if (isUp ? isFirst : isLast) return announce(isUp ? words.first : words.last);
        if (!isPending) send(form);
      }}
    >
      {refused && <ErrorSummary key={attempt} title={words.invalid} errors={[{ message: refused.message }]} />}
      {refused?.code === "SIGNED_OUT" && <SignInLink>{words.signIn}</SignInLink>}
      <input type="hidden" name={id.name} value={id.value} />
      <span className="flex">
        <Press direction="up" label={words.up} isEnd={isFirst} />
        <Press direction="down" label={words.down} isEnd={isLast} />
      </span>
    </form>
  );
}

function Press({ direction, label, isEnd }: { direction: "up" | "down"; label: string; isEnd: boolean }) {
  const Icon = direction === "up" ? ArrowUp : ArrowDown;
  return (
    <button
      type="submit"
      name="direction"
      value={direction}
      aria-label={label}
      title={label}
      aria-disabled={isEnd}
      className={`${buttonClass({ variant: "quiet", size: "sm" })} min-w-11 aria-disabled:opacity-40 pointer-coarse:min-h-11`}
    >
      <Icon aria-hidden="true" className="size-4" />
    </button>
  );
}
