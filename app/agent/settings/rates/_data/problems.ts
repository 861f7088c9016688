import { refusalMessage } from "@/lib/i18n/refusals";
import { detailOf } from "@/lib/actions/details";
import type { RateProblem } from "@/lib/billing/rate-lines";
import { getTranslator } from "@/lib/i18n/translator";

/** The problems that a refusal names; none when it is about something else. */
export function problemsIn(details: unknown): RateProblem[] {
  const problems = detailOf(details, "problems");
  return Array.isArray(problems) ? (problems as RateProblem[]) : [];
}

/** The id of a field in the form. Lines count from 1. */
export function fieldId(line: number, field: string): string {
  return `line-${line}-${field}`;
}

export function fieldErrorsOf(problems: readonly RateProblem[]): Record<string, string> {
  return Object.fromEntries(problems.map((problem) => [problem.field ? fieldId(problem.line, problem.field) : "", refusalMessage(problem.code, problem.details)]));
}

export function problemSentences(problems: readonly RateProblem[]): string[] {
  const t = getTranslator("rates");
  return problems.map(({ line, column, code, details }) => {
    const message = refusalMessage(code, details);
    return column === null ? t("importing.problemOfLine", { line, message }) : t("importing.problem", { line, column, message });
  });
}
