import { isStopWord } from "@/lib/search/stop-words";
import { foldText } from "@/lib/search/text";
import { refuse, ok, type Result } from "@/lib/result";
import { wordsOfExpression } from "./compile-synonyms";

export const EXPRESSIONS_MIN = 2;
export const EXPRESSIONS_MAX = 12;
export const EXPRESSION_LENGTH_MAX = 60;
export const EXPRESSION_WORDS_MAX = 4;
/** "e-mail" is written as one word and read as two. */
const READ_WORDS_MAX = 8;

export type ExpressionRefusal =
  | "SYNONYMS_TOO_FEW"
  | "SYNONYMS_TOO_MANY"
  | "EXPRESSION_TOO_LONG"
  | "EXPRESSION_TOO_MANY_WORDS"
  | "EXPRESSION_WITHOUT_WORDS"
  | "EXPRESSION_TOO_COMMON"
  | "EXPRESSION_TWICE";

/** `keys` name the expressions in their order: those that would be found at the same words have the same. */
export type CheckedExpressions = { expressions: string[]; keys: string[] };

/** As people list things: one a line, or between commas or slashes. What is repeated to the letter stands once. */
export function readExpressions(typed: string): string[] {
  const written = typed.split(/[\n,;/]/).map((each) => each.replace(/\s+/g, " ").trim());
  const seen = new Set<string>([""]);
  return written.filter((each) => {
    const folded = foldText(each);
    const isNew = !seen.has(folded);
    seen.add(folded);
    return isNew;
  });
}

export function checkExpressions(expressions: readonly string[]): Result<CheckedExpressions, ExpressionRefusal> {
  if (expressions.length < EXPRESSIONS_MIN) return refuse("SYNONYMS_TOO_FEW", { min: EXPRESSIONS_MIN });
  if (expressions.length > EXPRESSIONS_MAX) return refuse("SYNONYMS_TOO_MANY", { count: expressions.length, max: EXPRESSIONS_MAX });
  const byKey = new Map<string, string>();
  for (const expression of expressions) {
    const checked = checkExpression(expression);
    if (!checked.ok) return checked;
    const same = byKey.get(checked.data);
    if (same !== undefined) return refuse("EXPRESSION_TWICE", { expression, same });
    byKey.set(checked.data, expression);
  }
  return ok({ expressions: [...expressions], keys: [...byKey.keys()] });
}

/** The stems of the desk's language: "páginas" and "página" are one expression. */
function checkExpression(expression: string): Result<string, ExpressionRefusal> {
  const shown = expression.length > EXPRESSION_LENGTH_MAX ? `${expression.slice(0, EXPRESSION_LENGTH_MAX).toWellFormed()}…` : expression;
  if (expression.length > EXPRESSION_LENGTH_MAX) return refuse("EXPRESSION_TOO_LONG", { expression: shown, max: EXPRESSION_LENGTH_MAX });
  const words = wordsOfExpression(expression, "es");
  if (words.length === 0) return refuse("EXPRESSION_WITHOUT_WORDS", { expression });
  const isTooMany = expression.split(" ").length > EXPRESSION_WORDS_MAX || words.length > READ_WORDS_MAX;
  if (isTooMany) return refuse("EXPRESSION_TOO_MANY_WORDS", { expression, max: EXPRESSION_WORDS_MAX });
  if (words.length === 1 && isCommon(foldText(expression))) return refuse("EXPRESSION_TOO_COMMON", { expression });
  return ok(words.map(({ key }) => key).join(" "));
}

/** Alone it would be recognised in nearly every text; in "no abre" it may stand. */
function isCommon(folded: string): boolean {
  return [...folded].length === 1 || isStopWord(folded, "es") || isStopWord(folded, "en");
}
