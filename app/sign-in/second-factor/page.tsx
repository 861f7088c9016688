import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { FieldForm } from "@/components/forms/field-form";
import { CodesForm } from "@/components/security/codes-form";
import { FactorSetUpSteps } from "@/components/security/factor-set-up";
import { codesFormWords, securityFormWords } from "@/components/security/security-words";
import { Card } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { findCurrentSession } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { findFactorSetUp } from "@/lib/security/queries";
import { AuthShell } from "../_components/auth-shell";
import { OtherAccount } from "../_components/other-account";
import { nextOf, stepAddress, type NextQuery } from "../_data/next-of";
import { beginSetUpAction, proveSetUpAction } from "../step-actions";

export function generateMetadata(): Metadata {
  return { title: getTranslator("security")("forced.title"), robots: { index: false } };
}

/** Where the desk wants a second factor of its staff, setting one up is a step of signing in. */
export default async function SecondFactorPage({ searchParams }: { searchParams: NextQuery }) {
  const next = await nextOf(searchParams);
  const session = await findCurrentSession();
  if (!session) redirect(`/sign-in?next=${encodeURIComponent(next)}`);
  // Without a script this page itself shows what the form answered: the recovery codes.
  if (session.stage !== "set-up" && !(await isFormPost())) redirect(next);
  const permalink = stepAddress("second-factor", next);
  const setUp = await findFactorSetUp(contextOf(session.person), { issuer: getTranslator("public")("brand.name") });
  const isBegun = setUp !== null || session.stage !== "set-up";
  const t = getTranslator("security");
  return (
    <AuthShell title={t("forced.title")} lead={t("forced.lead")}>
      <Card className="space-y-5">
        {isBegun ? (
          <CodesForm action={proveSetUpAction} permalink={permalink} next={next} hidden={{ next }} after={<Begin permalink={permalink} isAgain />} words={codesFormWords(t("setUp.submit"), t("setUp.hint"))}>
            {setUp && <FactorSetUpSteps setUp={setUp} />}
          </CodesForm>
        ) : (
          <Begin permalink={permalink} />
        )}
      </Card>
      <OtherAccount email={session.person.email} />
    </AuthShell>
  );
}

function Begin({ permalink, isAgain = false }: { permalink: string; isAgain?: boolean }) {
  const t = getTranslator("security");
  return (
    <FieldForm
      action={beginSetUpAction}
      permalink={permalink}
      idPrefix="begin-"
      fields={[]}
      {...(isAgain ? { button: "quiet" as const, isInline: true } : {})}
      words={securityFormWords(isAgain ? t("factor.beginAgain") : t("factor.begin"))}
    />
  );
}
