import { LogOut } from "lucide-react";
import type { ReactNode } from "react";
import { signOutAction } from "@/app/portal/actions";
import { NavLinks } from "@/app/portal/_components/nav-links";
import { AccountLink } from "@/components/layout/account-link";
import { SignOutForm } from "@/components/tickets/sign-out-form";
import { Brand } from "@/components/layout/brand";
import { Button } from "@/components/ui/button";
import { getTranslator } from "@/lib/i18n/translator";

/** @param personName null when the session ended while a form was open. @param isStaff the desk looks at a customer's receipt */
export function PortalHeader({ personName, isStaff, bell }: { personName: string | null; isStaff: boolean; bell: ReactNode }) {
  const t = getTranslator("portal");
  const company = getTranslator("public");
  return (
    <header className="border-b bg-surface print:hidden">
      <div className="mx-auto flex w-full max-w-page flex-wrap items-center gap-x-4 px-4 sm:px-6">
        <Brand name={company("brand.name")} suffix={company("brand.suffix")} href={isStaff ? "/agent" : "/portal/tickets"} className="my-1.5" />
        {personName && (
          <div className="ml-auto flex min-w-0 items-center gap-2">
            {bell}
            <AccountLink href={isStaff ? "/agent/account" : "/portal/account"} name={personName} label={getTranslator("accounts")("own.link", { name: personName })} isPlain={isStaff} />
            <SignOutForm action={signOutAction} question={getTranslator("tickets")("draft.signOutQuestion")}>
              <Button type="submit" variant="quiet" size="sm">
                <LogOut aria-hidden="true" />
                <span className="max-sm:sr-only">{t("signOut")}</span>
              </Button>
            </SignOutForm>
          </div>
        )}
        <NavLinks
          label={t("nav.label")}
          links={[
            ...(isStaff
              ? [{ href: "/agent", label: t("nav.desk"), isPlain: true }]
              : [
                  { href: "/portal/tickets", label: t("nav.tickets") },
                  { href: "/portal/tickets/new", label: t("nav.new") },
                  { href: "/portal/chat", label: getTranslator("chat")("nav") },
                  { href: "/portal/quotes", label: getTranslator("quotes")("list.title") },
                  { href: "/portal/appointments", label: getTranslator("appointments")("nav") },
                  { href: "/portal/charges", label: getTranslator("charges")("own.nav") },
                  { href: "/portal/organization", label: t("nav.organization") },
                  { href: "/portal/contracts", label: t("nav.contracts") },
                ]),
            isStaff ? { href: "/kb", label: t("nav.kb"), isPlain: true } : { href: "/portal/kb", label: t("nav.kb") },
          ]}
        />
      </div>
    </header>
  );
}
