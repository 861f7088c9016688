import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { FieldForm } from "@/components/forms/field-form";
import { securityFormWords } from "@/components/security/security-words";
import { Notice } from "@/components/ui/notice";
import { Card } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { findCurrentSession } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { getFactor } from "@/lib/security/queries";
import { AuthShell } from "../_components/auth-shell";
import { CodeForms } from "../_components/code-forms";
import { OtherAccount } from "../_components/other-account";
import { nextOf, type NextQuery } from "../_data/next-of";
import { givePasswordAction } from "../step-actions";

const ADDRESS = "/sign-in/confirm";

export function generateMetadata(): Metadata {
  return { title: getTranslator("security")("confirm.title"), robots: { index: false } };
}

/** A fresh proof of who it is. With `next` it leads on from there; without, one came from another tab and goes back to it. */
export default async function ConfirmPage({ searchParams }: { searchParams: NextQuery }) {
  const isFromPage = typeof (await searchParams).next === "string";
  const next = isFromPage ? await nextOf(searchParams) : "";
  const permalink = isFromPage ? `${ADDRESS}?next=${encodeURIComponent(next)}` : ADDRESS;
  const session = await findCurrentSession();
  if (session?.stage !== "open") redirect(`/sign-in?next=${encodeURIComponent(next || ADDRESS)}`);
  const t = getTranslator("security");
  const { hasPassword } = await getFactor(contextOf(session.person));
  return (
    <AuthShell title={t("confirm.title")} lead={t("confirm.lead")}>
      {session.hasFactor ? (
        <CodeForms next={next} permalink={permalink} saved={t("confirm.done")} />
      ) : hasPassword ? (
        <Card>
          <FieldForm
            action={givePasswordAction}
            permalink={permalink}
            hidden={{ next, way: "password" }}
            fields={[{ kind: "password", name: "password", label: t("confirm.password"), autoComplete: "current-password" }]}
            fieldOf={{ WRONG_PASSWORD: "password" }}
            words={securityFormWords(t("confirm.submit"), t("confirm.done"))}
          />
        </Card>
      ) : (
        <Notice tone="warn">{t("confirm.provider")}</Notice>
      )}
      <OtherAccount email={session.person.email} />
    </AuthShell>
  );
}
