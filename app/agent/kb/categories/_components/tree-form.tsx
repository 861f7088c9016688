"use client";

import { Lock, Users } from "lucide-react";
import { useRef } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { SignInLink } from "@/components/forms/sign-in-link";
import { announce } from "@/components/ui/announcer";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import type { Audience } from "@/lib/kb/audience";
import { useDeskAction, type DeskAction } from "../../../_components/use-desk-action";
import { hrefOfCategory, hrefOfNewCategory } from "../_data/addresses";
import { NAME } from "../_data/name-mark";

export type TreeRow = {
  id: string;
  parentId: string | null;
  name: string;
  /** How many it holds, in words. */
  articles: string;
  /** For whom it is now; `isInherited` when a category above it decides that. */
  audience: Audience;
  isInherited: boolean;
  /** Whether another level may stand below it. */
  canHold: boolean;
  isFirst: boolean;
  isLast: boolean;
};

/** With NAME where the category's name goes. */
export type TreeWords = Record<"up" | "down" | "done" | "first" | "last" | "addBelow" | "addBelowShort" | "inherited" | "invalid" | "offline" | "signIn", string> & { audiences: Record<Audience, string> };

/** The tree as lists within lists, so that its levels can be heard too, in one form: the button pressed carries what goes where ("up <id>"). */
export function TreeForm({ action, permalink, rows, words }: { action: DeskAction<unknown>; permalink: string; rows: readonly TreeRow[]; words: TreeWords }) {
  const moved = useRef("");
  const { state, formAction, send, isPending, attempt } = useDeskAction<unknown>(action, { offline: words.offline, permalink, onOk: () => announce(named(words.done, moved.current)) });
  const refused = state.status === "refused" ? state : null;
  return (
    <form
      action={formAction}
      onSubmit={(event) => {
        event.preventDefault();
        if (isPending) return;
        const pressed = (event.nativeEvent as globalThis.SubmitEvent).submitter as HTMLButtonElement;
        const [direction, id] = pressed.value.split(" ");
        const row = rows.find((each) => each.id === id)!;
        moved.current = row.name;
        if (direction === "up" ? row.isFirst : row.isLast) announce(named(direction === "up" ? words.first : words.last, row.name));
        else send(new FormData(event.currentTarget, pressed));
      }}
    >
      {refused && <ErrorSummary key={attempt} title={words.invalid} errors={[{ message: refused.message }]} />}
      {refused?.code === "SIGNED_OUT" && <SignInLink>{words.signIn}</SignInLink>}
      <Level of={null} rows={rows} words={words} />
    </form>
  );
}

function Level({ of, rows, words }: { of: string | null; rows: readonly TreeRow[]; words: TreeWords }) {
  const level = rows.filter((row) => row.parentId === of);
  if (level.length === 0) return null;
  return (
    <ol className={of === null ? "divide-y" : "ml-3 border-l pl-2 sm:ml-5 sm:pl-3"}>
      {level.map((row) => (
        <li key={row.id} className={of === null ? "py-2" : undefined}>
          <Line row={row} words={words} />
          <Level of={row.id} rows={rows} words={words} />
        </li>
      ))}
    </ol>
  );
}

function Line({ row, words }: { row: TreeRow; words: TreeWords }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
      <div className="min-w-0 grow basis-52">
        <a href={hrefOfCategory(row.id)} className="link inline-flex min-h-6 items-center font-medium wrap-anywhere">
          {row.name}
        </a>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
          <Badge tone={TONES[row.audience]} icon={ICONS[row.audience]}>
            {words.audiences[row.audience]}
          </Badge>
          {row.isInherited && <span>{words.inherited}</span>}
          <span>{row.articles}</span>
        </p>
      </div>
      <div className="flex items-center">
        {row.canHold && (
          <a href={hrefOfNewCategory(row.id)} aria-label={named(words.addBelow, row.name)} className={`${QUIET} mr-1`}>
            {words.addBelowShort}
          </a>
        )}
        {/* At an end a button stays where it is and says so, so that the focus is not lost on the way there. */}
        <button type="submit" name="move" value={`up ${row.id}`} aria-label={named(words.up, row.name)} aria-disabled={row.isFirst} className={STEP}>
          ↑
        </button>
        <button type="submit" name="move" value={`down ${row.id}`} aria-label={named(words.down, row.name)} aria-disabled={row.isLast} className={STEP}>
          ↓
        </button>
      </div>
    </div>
  );
}

const TONES = { public: "neutral", customers: "accent", staff: "warn" } as const;
const ICONS = { public: null, customers: <Users aria-hidden="true" />, staff: <Lock aria-hidden="true" /> };
const QUIET = buttonClass({ variant: "quiet", size: "sm" });
const STEP = `${QUIET} min-w-11 text-base aria-disabled:opacity-40 pointer-coarse:min-h-11`;

function named(words: string, name: string): string {
  return words.replace(NAME, () => name);
}
