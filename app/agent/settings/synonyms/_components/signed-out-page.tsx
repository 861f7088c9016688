import { ButtonLink } from "@/components/ui/button";
import { getTranslator } from "@/lib/i18n/translator";
import { KeptExpressions } from "./kept-expressions";
import type { Saved } from "./synonym-form";

/** For somebody whose session ended while writing and whose browser runs no script: a redirect would throw the text away. */
export function SignedOutPage({ action, address }: { action: (previous: Saved, form: FormData) => Promise<Saved>; address: string }) {
  const t = getTranslator("synonyms");
  return (
    <div className="mx-auto w-full max-w-narrow space-y-5 p-4 sm:p-6">
      <h1 className="text-lg font-semibold">{t("signedOut")}</h1>
      <KeptExpressions action={action} permalink={address} label={t("form.kept")} title={t("form.invalid")} />
      <ButtonLink variant="primary" href={`/sign-in?next=${encodeURIComponent(address)}`} target="_blank">
        {t("form.signIn")}
      </ButtonLink>
    </div>
  );
}
