import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { maintenanceView } from "@/app/_components/maintenance-view";
import { signOutAction } from "@/app/portal/actions";
import { AuthShell } from "@/app/sign-in/_components/auth-shell";
import { MaintenanceText } from "@/components/notices/maintenance-text";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/panel";
import { publicContext } from "@/lib/actions/context";
import { safeNextPath } from "@/lib/auth/next-path";
import { findPerson } from "@/lib/auth/session";
import { HELD_PAGE } from "@/lib/http/front-gate";
import { getTranslator } from "@/lib/i18n/translator";
import { findCurrentMaintenance } from "@/lib/notices/current-maintenance";
import { SignOutHere } from "./_components/sign-out-here";

export function generateMetadata(): Metadata {
  return { title: getTranslator("notices")("maintenance.title"), robots: { index: false } };
}

const WORKS = ["tickets", "drafts", "appointments"] as const;

/**
 * What stands in the place of every page while there is maintenance (lib/http/held-answer.ts asks for it, and answers 503); at its own
 * address staff sees it as others do. A still page, as the public ones are: nothing of it runs in the browser.
 */
export default async function MaintenancePage() {
  const ctx = publicContext();
  const [maintenance, person, given] = await Promise.all([findCurrentMaintenance(ctx), findPerson(), headers()]);
  const asked = safeNextPath(given.get("x-mesa-path") ?? "/");
  const retry = asked === HELD_PAGE || asked.startsWith(`${HELD_PAGE}?`) ? "/" : asked;
  if (!maintenance) redirect(retry);
  const t = getTranslator("notices");
  return (
    <>
      <AuthShell title={t("maintenance.title")}>
        <MaintenanceText {...maintenanceView({ ...maintenance, now: ctx.now })} />
        <ButtonLink variant="primary" href={retry} isPlain>
          {t("maintenance.retry")}
        </ButtonLink>
        <Card>
          <h2 className="font-semibold">{t("maintenance.stillWorks")}</h2>
          <ul className="list-disc space-y-1 pt-2 pl-5 text-sm">
            {WORKS.map((each) => (
              <li key={each}>{t(`maintenance.${each}`)}</li>
            ))}
          </ul>
        </Card>
        {person?.kind === "customer" ? (
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm text-muted">
            <p>{t("maintenance.signedInAs", { name: person.name })}</p>
            <SignOutHere action={signOutAction} permalink={HELD_PAGE} label={t("maintenance.signOut")} />
          </div>
        ) : (
          <p className="text-sm text-muted">{t.rich("maintenance.staff", { link: signInLink })}</p>
        )}
      </AuthShell>
      <script type="module" defer src="/enhance.js" data-still="" />
    </>
  );
}

function signInLink(words: ReactNode) {
  return (
    <a href="/sign-in?next=%2Fagent" className="link">
      {words}
    </a>
  );
}
