import { z } from "zod";
import { departmentIn, priorityIn, productIn } from "@/lib/questions/deep-link";
import { hasDraftContent } from "@/lib/drafts/choice";
import type { DraftData } from "@/lib/drafts/schema";
import { BODY_MAX, SUBJECT_MAX, type NewTicketOptions } from "@/lib/tickets/types";

export type NewTicketValues = { departmentId: string; productId: string; subject: string; body: string; service: string; priority: string; submissionKey: string };
/** What an address may ask for. */
export type LinkOptions = {
  departments: Pick<NewTicketOptions["departments"][number], "id" | "slug" | "name">[];
  products: Pick<NewTicketOptions["products"][number], "id" | "name">[];
  priorities: NewTicketOptions["priorities"];
};
export type RawQuery = Record<string, string | string[] | undefined>;

const DEFAULT_PRIORITY = "medium";

/**
 * What the form begins with: a draft with something written in it, or else what the address asks for. Never a mix of both: it would be
 * two topics. The draft keeps its submission key, so that the same text sent from two tabs is one ticket.
 */
export function initialValues({ draft, link, freshKey }: { draft: DraftData | null; link: Partial<NewTicketValues>; freshKey: string }): NewTicketValues {
  const kept = hasDraftContent(draft) ? draft : link;
  return {
    departmentId: kept.departmentId ?? "",
    productId: kept.productId ?? "",
    subject: kept.subject ?? "",
    body: kept.body ?? "",
    service: kept.service || "free",
    priority: kept.priority || DEFAULT_PRIORITY,
    submissionKey: z.uuid().safeParse(hasDraftContent(draft) ? draft.submissionKey : undefined).data ?? freshKey,
  };
}

/** ?department=slug-or-id&product=id&subject=…&priority=…; what does not exist is left out. */
export function linkValues(query: RawQuery, { departments, products, priorities }: LinkOptions): Partial<NewTicketValues> {
  const wanted = (name: string) => (typeof query[name] === "string" ? query[name] : undefined);
  return {
    departmentId: departmentIn(departments, wanted("department"))?.id,
    productId: productIn(products, wanted("product"))?.id,
    subject: textOf(wanted("subject"), SUBJECT_MAX),
    body: textOf(wanted("body"), BODY_MAX),
    priority: priorityIn(priorities.map((each) => each.priority), wanted("priority")),
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
