import type { RawQuery } from "@/app/portal/tickets/new/initial-values";
import { getTranslator } from "@/lib/i18n/translator";
import { answersOfLink, departmentIn, priorityIn, productIn, shortened, wantedIn, type IgnoredPart } from "@/lib/questions/deep-link";
import type { AskedQuestion } from "@/lib/questions/types";
import type { NewTicketOptions } from "@/lib/tickets/types";

/** The answers that the address of the form brings along, and what of the address cannot be. */
export function readLink(query: RawQuery, options: NewTicketOptions, questions: Record<string, AskedQuestion[]>) {
  const department = departmentIn(options.departments, wantedIn(query, "department"));
  const product = productIn(options.products, wantedIn(query, "product"));
  const priority = priorityIn(options.priorities.map((each) => each.priority), wantedIn(query, "priority"));
  const { answers, ignored } = answersOfLink(query, department ? (questions[department.id] ?? []) : [], options.products);
  const found = { department, product, priority };
  const missed = (["department", "product", "priority"] as const).flatMap((part): IgnoredPart[] => {
    const wanted = wantedIn(query, part);
    return wanted !== undefined && found[part] === undefined ? [{ part, value: shortened(wanted) }] : [];
  });
  return { answers, ignored: [...missed, ...ignored] };
}

/** What of an address could not be used, as a sentence; null when all of it could. */
export function ignoredText(ignored: readonly IgnoredPart[]): string | null {
  if (ignored.length === 0) return null;
  const t = getTranslator("portal");
  const parts = ignored.slice(0, 8).map(({ part, value }) => t(`new.linkPart.${part}`, { value }));
  return t("new.linkIgnored", { parts: new Intl.ListFormat("es-MX", { type: "conjunction" }).format(parts) });
}
