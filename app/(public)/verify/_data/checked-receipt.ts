import "server-only";
import { headers } from "next/headers";
import { publicContext } from "@/lib/actions/context";
import { mayCheckReceipt } from "@/lib/http/public-limit";
import { checkQuoteDocument, type CheckedDocument } from "@/lib/quotes/check-document";
import { parseQuoteReference } from "@/lib/quotes/quote-reference";
import { parseReceiptHash } from "@/lib/tickets/receipt";
import { checkReceipt, type CheckedReceipt } from "@/lib/tickets/receipts";
import { parseReference } from "@/lib/tickets/reference";

/** What stands in the address, as it was typed. */
export type Asked = { reference: string; hash: string };

/** What is wrong with a field can be told from itself alone: nothing is looked up for it. */
export type FieldProblem = { code: "missing" | "wrong"; count: number };

export type Check =
  | { state: "asking" }
  | { state: "unreadable"; reference: FieldProblem | null; hash: FieldProblem | null }
  | { state: "limited" }
  | { state: "genuine"; receipt: CheckedReceipt }
  | { state: "genuine-quote"; document: CheckedDocument }
  | { state: "false" };

const MOST = 400;

export function readAsked({ reference, hash }: Record<string, string | string[] | undefined>): Asked {
  const text = (value: string | string[] | undefined) => (typeof value === "string" ? value : "").slice(0, MOST);
  return { reference: text(reference), hash: text(hash) };
}

export async function checkedReceipt(asked: Asked, isAsked: boolean): Promise<Check> {
  if (!isAsked) return { state: "asking" };
  const quote = parseQuoteReference(asked.reference);
  const reference = quote ?? parseReference(asked.reference);
  const hash = parseReceiptHash(asked.hash);
  if (reference === null || hash === null) {
    return { state: "unreadable", reference: reference === null ? problemOf(asked.reference) : null, hash: hash === null ? problemOf(asked.hash) : null };
  }
  if (!(await mayCheckReceipt(await headers()))) return { state: "limited" };
  if (quote !== null) {
    const document = await checkQuoteDocument(publicContext(), { reference, hash });
    return document ? { state: "genuine-quote", document } : { state: "false" };
  }
  const receipt = await checkReceipt(publicContext(), { reference, hash });
  return receipt ? { state: "genuine", receipt } : { state: "false" };
}

function problemOf(typed: string): FieldProblem {
  const count = typed.match(/[0-9a-f]/gi)?.length ?? 0;
  return { code: typed.trim() === "" ? "missing" : "wrong", count };
}
