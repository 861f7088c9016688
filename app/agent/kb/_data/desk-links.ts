import type { Crumb } from "@/components/ui/breadcrumbs";
import type { StaffActor } from "@/lib/auth/actor";
import { getTranslator } from "@/lib/i18n/translator";
import { canEditKnowledgeSettings } from "@/lib/kb/policy";

export const AUTHORS_DESK = "/agent/kb";

export type DeskLink = { href: string; label: string; hint: string };

/** The authors' pages, in the order in which they are needed. A new one is a line here; the navigation of the desk and `/agent/kb` show it. */
export function deskLinks(actor: StaffActor): DeskLink[] {
  const t = getTranslator("kbCategories");
  const exchange = getTranslator("kbExchange");
  return [
    { href: "/agent/kb/articles", label: t("desk.links.articles"), hint: t("desk.links.articlesHint") },
    { href: "/agent/kb/categories", label: t("desk.links.categories"), hint: t("desk.links.categoriesHint") },
    { href: "/agent/kb/faq", label: t("desk.links.faq"), hint: t("desk.links.faqHint") },
    { href: "/agent/kb/searches", label: t("desk.links.searches"), hint: t("desk.links.searchesHint") },
    { href: "/agent/kb/read", label: t("desk.links.read"), hint: t("desk.links.readHint") },
    { href: "/agent/kb/board", label: exchange("links.board"), hint: exchange("links.boardHint") },
    { href: "/agent/kb/export", label: exchange("links.export"), hint: exchange("links.exportHint") },
    ...(canEditKnowledgeSettings(actor) ? [{ href: "/agent/kb/import", label: exchange("links.import"), hint: exchange("links.importHint") }] : []),
  ];
}

/** The way back to the authors' desk, and what lies between. */
export function deskCrumbs(...between: Crumb[]): { label: string; items: Crumb[] } {
  return { label: getTranslator("ui")("breadcrumbs"), items: [{ label: getTranslator("kbCategories")("desk.title"), href: AUTHORS_DESK }, ...between] };
}
