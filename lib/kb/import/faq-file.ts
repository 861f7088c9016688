import { textField, type FrontMatter } from "./front-matter";
import type { ImportedQuestion } from "./types";

/**
 * Questions of a group in one file: each begins with a heading of the second level. Where the file lists its questions (as the export
 * does), only those headings count, so that an answer may have headings of its own.
 */
export function readQuestions(fields: FrontMatter, text: string): { question: string; answer: string; listed: FrontMatter }[] {
  const listed = Array.isArray(fields.questions) ? fields.questions.filter((each): each is FrontMatter => typeof each === "object" && each !== null) : [];
  const wanted = listed.map((each) => textField(each.question));
  const found: { question: string; lines: string[]; listed: FrontMatter }[] = [];
  let fence: string | null = null;
  for (const line of text.split("\n")) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && fence === null) fence = mark;
    else if (mark && fence !== null && mark.startsWith(fence) && line.trim() === mark) fence = null;
    const heading = fence === null || wanted.length > 0 ? /^## +(\S.*)$/.exec(line)?.[1]?.trim() : undefined;
    const isNext = heading !== undefined && (wanted.length === 0 || wanted[found.length] === heading);
    if (isNext) found.push({ question: heading, lines: [], listed: listed[found.length] ?? {} });
    else found.at(-1)?.lines.push(line);
  }
  return found.map(({ lines, ...each }) => ({ ...each, answer: lines.join("\n").trim() }));
}

export function writeQuestions(questions: readonly ImportedQuestion[]): { listed: FrontMatter[]; text: string } {
  return {
    listed: questions.map(({ question, slug, articleSlug, isArchived }) => ({ question: textField(question), slug, ...(articleSlug ? { article: articleSlug } : {}), ...(isArchived ? { archived: true } : {}) })),
    text: questions.map(({ question, answer }) => `## ${textField(question)}\n\n${answer.trim()}\n`).join("\n"),
  };
}
