import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { findCurrentSession } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { AuthShell } from "../_components/auth-shell";
import { CodeForms } from "../_components/code-forms";
import { OtherAccount } from "../_components/other-account";
import { nextOf, stepAddress, type NextQuery } from "../_data/next-of";

export function generateMetadata(): Metadata {
  return { title: getTranslator("security")("code.title"), robots: { index: false } };
}

/** The second step of signing in: nobody is signed in before. */
export default async function CodePage({ searchParams }: { searchParams: NextQuery }) {
  const next = await nextOf(searchParams);
  const session = await findCurrentSession();
  if (!session) redirect(`/sign-in?next=${encodeURIComponent(next)}`);
  if (session.stage !== "code") redirect(next);
  const t = getTranslator("security");
  return (
    <AuthShell title={t("code.title")} lead={t("code.lead")}>
      <CodeForms next={next} permalink={stepAddress("code", next)} />
      <OtherAccount email={session.person.email} />
    </AuthShell>
  );
}
