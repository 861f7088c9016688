import { z } from "zod";
import type { DraftData } from "@/lib/tickets/schema";
import { BODY_MAX, SUBJECT_MAX, type NewTicketOptions } from "@/lib/tickets/types";

export type NewTicketValues = { departmentId: string; productId: string; subject: string; body: string; priority: string; submissionKey: string };
export type RawQuery = Record<string, string | string[] | undefined>;

const DEFAULT_PRIORITY = "medium";

/**
 * What the form begins with: a draft with something written in it, or else what the address asks for. Never a mix of both: it would be
 * two topics. The draft keeps its submission key, so that the same text sent from two tabs is one ticket.
 */
export function initialValues({ draft, link, freshKey }: { draft: DraftData | null; link: Partial<NewTicketValues>; freshKey: string }): NewTicketValues {
  const kept = hasText(draft) ? draft : link;
  return {
    departmentId: kept.departmentId ?? "",
    productId: kept.productId ?? "",
    subject: kept.subject ?? "",
    body: kept.body ?? "",
    priority: kept.priority || DEFAULT_PRIORITY,
    submissionKey: z.uuid().safeParse(hasText(draft) ? draft.submissionKey : undefined).data ?? freshKey,
  };
}

export function hasText(draft: DraftData | null): draft is DraftData {
  return Boolean(draft?.subject?.trim() || draft?.body?.trim());
}

/** ?department=slug-or-id&product=id&subject=…&priority=…; what does not exist is left out. */
export function linkValues(query: RawQuery, { departments, products, priorities }: NewTicketOptions): Partial<NewTicketValues> {
  const wanted = (name: string) => (typeof query[name] === "string" ? query[name] : undefined);
  return {
    departmentId: departments.find((each) => each.slug === wanted("department") || each.id === wanted("department"))?.id,
    productId: products.find((each) => each.id === wanted("product"))?.id,
    subject: textOf(wanted("subject"), SUBJECT_MAX),
    body: textOf(wanted("body"), BODY_MAX),
    priority: priorities.find((each) => each.priority === wanted("priority"))?.priority,
  };
}

/** The slug of the article that one comes from and that did not help. */
export function linkedArticle(query: RawQuery): string | null {
  const slug = query.article;
  return typeof slug === "string" && /^[a-z0-9-]{1,120}$/.test(slug) ? slug : null;
}

export function queryText(query: RawQuery): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : "";
}

function textOf(text: string | undefined, max: number): string | undefined {
  return text?.replaceAll("\0", "").slice(0, max).toWellFormed();
}
