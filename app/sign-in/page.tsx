import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/panel";
import { Notice } from "@/components/ui/notice";
import { ServiceBanners } from "@/app/_components/service-banners";
import { signInAction } from "@/app/sign-in/actions";
import { AuthShell } from "@/app/sign-in/_components/auth-shell";
import { SignInForm } from "@/app/sign-in/_components/sign-in-form";
import { stepAddress } from "@/app/sign-in/_data/next-of";
import { publicContext } from "@/lib/actions/context";
import { findSignUpMode } from "@/lib/accounts/settings";
import { HOME_PATH, safeNextPath } from "@/lib/auth/next-path";
import { findCurrentSession } from "@/lib/auth/session";
import { configuredProvider } from "@/lib/auth/provider";
import { refusalMessage } from "@/lib/i18n/refusals";
import { getTranslator } from "@/lib/i18n/translator";
import { findCurrentMaintenance } from "@/lib/notices/current-maintenance";

type Query = Record<"next" | "out" | "set" | "error", string | string[] | undefined>;

export function generateMetadata(): Metadata {
  return { title: getTranslator("auth")("signIn.title"), robots: { index: false } };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const next = safeNextPath(typeof query.next === "string" ? query.next : null);
  const session = await findCurrentSession();
  if (session) redirect(session.stage === "open" ? next : stepAddress(session.stage === "code" ? "code" : "second-factor", next));

  const t = getTranslator("auth");
  const isHeld = (await findCurrentMaintenance(publicContext())) !== null;
  const isOpen = !isHeld && (await findSignUpMode(publicContext())) !== "closed";
  return (
    <AuthShell title={t("signIn.title")} lead={t("signIn.lead")}>
      {isHeld && <Notice tone="warn">{getTranslator("notices")("maintenance.signIn")}</Notice>}
      <ServiceBanners area="sign_in" />
      <Arrival query={query} isAskedFor={next !== HOME_PATH} />
      <Card className="space-y-5">
        <ProviderLink next={next} />
        <SignInForm
          action={signInAction}
          next={next}
          words={{
            email: t("signIn.email"),
            password: t("signIn.password"),
            submit: t("signIn.submit"),
            submitting: t("signIn.submitting"),
            refused: t("signIn.refused"),
            offline: t("signIn.offline"),
          }}
        />
      </Card>
      <p className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        <a href="/forgot-password" className="link inline-flex min-h-6 items-center">
          {t("signIn.forgot")}
        </a>
        {isOpen && (
          <a href="/sign-up" className="link inline-flex min-h-6 items-center">
            {t("signIn.signUp")}
          </a>
        )}
      </p>
      {/* What it points to is held then. */}
      {!isHeld && (
        <div className="space-y-1 text-sm text-muted">
          <h2 className="font-semibold text-ink">{t("signIn.helpTitle")}</h2>
          <p>
            {t.rich("signIn.help", {
              kb: linkTo("/kb"),
              faq: linkTo("/faq"),
            })}
          </p>
        </div>
      )}
    </AuthShell>
  );
}

/** What may come back from the provider; whatever else does is the framework's own word for a failure. */
const REFUSALS = ["PROVIDER_UNVERIFIED", "PROVIDER_UNKNOWN", "PROVIDER_NO_PLACE", "PROVIDER_TAKEN", "SUSPENDED"];

/** Above the password, where the desk has an identity provider. */
function ProviderLink({ next }: { next: string }) {
  const provider = configuredProvider();
  if (!provider) return null;
  const t = getTranslator("auth");
  return (
    <div className="space-y-3">
      <ButtonLink href={`/sign-in/provider?next=${encodeURIComponent(next)}`} isPlain isBlock>
        {t("provider.enter", { name: provider.name })}
      </ButtonLink>
      <p className="text-center text-sm text-muted">{t("provider.or")}</p>
    </div>
  );
}

/** Why one is here, when it was not by one's own wish. */
function Arrival({ query, isAskedFor }: { query: Query; isAskedFor: boolean }) {
  const t = getTranslator("auth");
  if (query.error === "PROVIDER_WAITING") return <Notice tone="success" title={t("provider.waiting")}>{refusalMessage("PROVIDER_WAITING")}</Notice>;
  if (query.error) return <Notice tone="danger" title={t("signIn.refused")}>{refusalMessage(REFUSALS.find((code) => code === query.error) ?? "PROVIDER_FAILED")}</Notice>;
  if (query.set) return <Notice tone="success">{t("signIn.passwordSet")}</Notice>;
  if (query.out) return <Notice tone="success">{t("signIn.signedOut")}</Notice>;
  if (isAskedFor) return <Notice>{t("signIn.needed")}</Notice>;
  return null;
}

function linkTo(href: string) {
  return (words: ReactNode) => (
    <a href={href} className="link">
      {words}
    </a>
  );
}
