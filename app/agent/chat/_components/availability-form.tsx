"use client";

import { useId } from "react";
import type { DeskAction } from "@/app/agent/_components/use-desk-action";
import { useDeskAction } from "@/app/agent/_components/use-desk-action";
import { Select } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { announce } from "@/components/ui/announcer";
import { StatusPill } from "@/components/ui/badge";
import { MOST_AT_ONCE, type AvailabilityView } from "@/lib/chat/types";

/** Whether one takes conversations, and how many at once. */
export function AvailabilityForm({ action, address, initial, words }: {
  action: DeskAction<unknown>;
  address: string;
  initial: AvailabilityView;
  words: { label: string; available: string; busy: string; become: string; leave: string; limit: string; saving: string; offline: string };
}) {
  const id = useId();
  const { state, formAction, onSubmit, isPending } = useDeskAction<unknown>(action, {
    offline: words.offline,
    permalink: address,
    onOk: () => announce(initial.isAvailable ? words.busy : words.available),
  });
  return (
    <form action={formAction} onSubmit={onSubmit} aria-label={words.label} className="space-y-2 border-b px-3 py-2.5">
      <div className="flex flex-wrap items-center gap-2">
        <StatusPill tone={initial.isAvailable ? "success" : "neutral"}>{initial.isAvailable ? words.available : words.busy}</StatusPill>
        <SubmitButton size="sm" variant={initial.isAvailable ? "secondary" : "primary"} name="isAvailable" value={initial.isAvailable ? "false" : "true"} isPending={isPending} pendingLabel={words.saving} className="ml-auto">
          {initial.isAvailable ? words.leave : words.become}
        </SubmitButton>
      </div>
      <label htmlFor={id} className="flex items-center justify-between gap-2 text-xs text-muted">
        {words.limit}
        <Select
          id={id}
          name="mostAtOnce"
          size="sm"
          defaultValue={String(initial.mostAtOnce)}
          options={Array.from({ length: MOST_AT_ONCE }, (_, place) => ({ value: String(place + 1), label: String(place + 1) }))}
        />
      </label>
      {state.status === "refused" && <p role="alert" className="text-sm text-danger">{state.message}</p>}
    </form>
  );
}
