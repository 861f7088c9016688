import { LogOut } from "lucide-react";
import { signOutAction } from "@/app/portal/actions";
import { NavLinks } from "@/app/portal/_components/nav-links";
import { Brand } from "@/components/layout/brand";
import { Button } from "@/components/ui/button";
import { getTranslator } from "@/lib/i18n/translator";

/** @param personName null when the session ended while a form was open */
export function PortalHeader({ personName }: { personName: string | null }) {
  const t = getTranslator("portal");
  const company = getTranslator("public");
  return (
    <header className="border-b bg-surface">
      <div className="mx-auto flex w-full max-w-page flex-wrap items-center gap-x-6 px-4 sm:px-6">
        <Brand name={company("brand.name")} suffix={company("brand.suffix")} href="/portal/tickets" className="my-1.5" />
        {personName && (
          <form action={signOutAction} className="ml-auto flex min-w-0 items-center gap-2 md:order-last md:ml-0">
            <span className="hidden max-w-48 truncate text-sm text-muted sm:block" title={t("signedInAs", { name: personName })}>
              {personName}
            </span>
            <Button type="submit" variant="quiet" size="sm">
              <LogOut aria-hidden="true" />
              {t("signOut")}
            </Button>
          </form>
        )}
        <NavLinks
          label={t("nav.label")}
          links={[
            { href: "/portal/tickets", label: t("nav.tickets") },
            { href: "/portal/tickets/new", label: t("nav.new") },
            { href: "/kb", label: t("nav.kb"), isPlain: true },
          ]}
        />
      </div>
    </header>
  );
}
