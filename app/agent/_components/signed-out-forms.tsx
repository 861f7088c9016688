import { ButtonLink } from "@/components/ui/button";
import { getTranslator } from "@/lib/i18n/translator";
import { KeptFields } from "./kept-fields";
import type { DeskAction } from "./use-desk-action";

/** For somebody whose session ended while writing and whose browser runs no script: a redirect would throw the text away. */
export function SignedOutForms({ address, forms }: { address: string; forms: readonly { action: DeskAction<unknown>; names: readonly string[] }[] }) {
  const t = getTranslator("agent");
  return (
    <div className="mx-auto w-full max-w-narrow space-y-5 p-4 sm:p-6">
      <h1 className="text-lg font-semibold">{t("queues.signedOut")}</h1>
      {forms.map(({ action, names }) => (
        <KeptFields key={names.join(" ")} action={action} permalink={address} names={names} label={t("compose.closedText")} title={t("compose.errorTitle")} />
      ))}
      <ButtonLink variant="primary" href={`/sign-in?next=${encodeURIComponent(address)}`} target="_blank">
        {t("compose.signIn")}
      </ButtonLink>
    </div>
  );
}
