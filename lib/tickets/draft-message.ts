import { BODY_MAX } from "@/lib/tickets/types";

/** A draft as a message of another ticket: its subject says something too, and leads the message unless that would make it too long. */
export function draftAsMessage({ subject, body }: { subject: string; body: string }): string {
  const full = subjectLead(subject) + body;
  return full.length <= BODY_MAX ? full : body;
}

export function subjectLead(subject: string): string {
  return subject === "" ? "" : `**${subject.replaceAll("*", "\\*")}**\n\n`;
}
