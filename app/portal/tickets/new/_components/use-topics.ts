"use client";

import { useState } from "react";
import type { NewTicketState, PartView } from "@/app/portal/tickets/new/state";

/** What a draft remembers of its topics. */
export type KeptTopics = { parts: PartView[]; keptAsOne: boolean };
export const NOTHING_SPLIT: KeptTopics = { parts: [], keptAsOne: false };

/** Whether the message stands in parts, and whether the person chose to keep it as one: then it is not offered again. */
export function useTopics({ state, initial, onChange }: { state: NewTicketState; initial: KeptTopics; onChange: () => void }) {
  const answered = state.status === "refused" ? state : null;
  // What was taken over from a draft holds until the server answers about the form again.
  const [taken, setTaken] = useState<{ over: NewTicketState; topics: KeptTopics; revision: number } | null>(null);
  const over = taken?.over === state ? taken : null;
  const [keeps, setKeeps] = useState(initial.keptAsOne);
  return {
    parts: over?.topics.parts ?? answered?.parts ?? initial.parts,
    revision: taken?.revision ?? 0,
    isNew: answered?.code === "FORM_CHANGED",
    take(draft: { parts?: string | undefined; keptAsOne?: string | undefined }) {
      const topics = { parts: partsIn(draft.parts), keptAsOne: draft.keptAsOne === "1" };
      setTaken((before) => ({ over: state, topics, revision: (before?.revision ?? 0) + 1 }));
      setKeeps(topics.keptAsOne);
    },
    keptAsOne: keeps || answered?.values?.keptAsOne === "1",
    keep() {
      setKeeps(true);
      onChange();
    },
  };
}

export type TopicsState = ReturnType<typeof useTopics>;

/** As `topicFieldsOf` wrote them, or the server, which has checked them. */
function partsIn(json: string | undefined): PartView[] {
  try {
    const parts = JSON.parse(json ?? "[]") as PartView["part"][];
    return Array.isArray(parts) && parts.length > 1 ? parts.map((part) => ({ part })) : [];
  } catch {
    return [];
  }
}

/** What the form's draft keeps of it; nothing while there is nothing to keep. */
export function topicFieldsOf(data: FormData): Record<string, string> {
  const texts = (name: string) => data.getAll(name).map(String);
  const column = { subject: texts("partSubject"), body: texts("partBody"), departmentId: texts("partDepartmentId"), productId: texts("partProductId"), priority: texts("partPriority") };
  const different = texts("partDifferent").map((value) => value.split(" "));
  const parts = texts("partKey").map((key, index) => ({
    key,
    subject: column.subject[index] ?? "",
    body: column.body[index] ?? "",
    departmentId: column.departmentId[index] ?? "",
    productId: column.productId[index] ?? "",
    priority: column.priority[index] ?? "",
    different: different.flatMap(([part, ticketId]) => (part === key && ticketId ? [ticketId] : [])),
  }));
  return {
    ...(parts.length > 0 ? { parts: JSON.stringify(parts) } : {}),
    ...(data.get("keptAsOne") ? { keptAsOne: "1" } : {}),
  };
}
