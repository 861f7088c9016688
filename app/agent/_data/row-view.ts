import type { Tone } from "@/components/ui/badge";
import type { DueTone } from "./due-label";

/** A row of the list in words: what the browser needs and no more, because fifty of them cross to it. */
export type RowView = {
  reference: string;
  href: string;
  subject: string;
  /** "Ana López · Acme" */
  from: string;
  department: string;
  status: { label: string; tone: Tone };
  assignee: { name: string; initials: string } | null;
  isHighPriority: boolean;
  isUnread: boolean;
  /** `at` is the ISO instant. */
  due: { tone: DueTone; amount: string; at: string } | null;
};
