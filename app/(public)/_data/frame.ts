import type { ComponentProps } from "react";
import type { PublicFooter } from "@/components/layout/public-footer";
import type { PublicHeader } from "@/components/layout/public-header";
import { getTranslator } from "@/lib/i18n/translator";

/** What stands above and below every public page. */

export function publicHeader(): ComponentProps<typeof PublicHeader> {
  const t = getTranslator("public");
  return {
    brand: { name: t("brand.name"), suffix: t("brand.suffix") },
    navLabel: t("nav.label"),
    links: [
      { href: "/kb", label: t("nav.articles") },
      { href: "/faq", label: t("nav.faq") },
      { href: "/policies", label: t("nav.policies") },
      { href: "/portal/tickets", label: t("nav.tickets") },
    ],
    action: { href: "/portal/tickets/new", label: t("nav.newTicket") },
  };
}

export function publicFooter(): ComponentProps<typeof PublicFooter> {
  const t = getTranslator("public");
  return {
    columns: [
      {
        title: t("footer.help"),
        links: [
          { href: "/kb", label: t("footer.kb") },
          { href: "/faq", label: t("footer.faq") },
          { href: "/policies", label: t("footer.policies") },
          { href: "/verify", label: t("footer.verify") },
        ],
      },
      {
        title: t("footer.desk"),
        links: [
          { href: "/portal/tickets/new", label: t("footer.newTicket") },
          { href: "/portal/tickets", label: t("footer.tickets") },
          { href: "/sign-in", label: t("footer.signIn") },
        ],
      },
    ],
    note: t("footer.note"),
  };
}
