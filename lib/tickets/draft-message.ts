import { BODY_MAX } from "@/lib/tickets/types";

/** A draft as a message of another ticket: its subject says something too, and leads the message unless that would make it too long. */
export function draftAsMessage({ subject, body }: { subject: string; body: string }): string {
  const full = subjectLead(subject) + body;
  return full.length <= BODY_MAX ? full : body;
}

/** What was answered to a department's questions, as lines of a message. */
export function answersAsText(answers: readonly { question: string; value: string }[]): string {
  return answers.map(({ question, value }) => `\n\n**${question.replaceAll("*", "\\*")}**\n${value}`).join("");
}

export function subjectLead(subject: string): string {
  return subject === "" ? "" : `**${subject.replaceAll("*", "\\*")}**\n\n`;
}
