import { ButtonLink } from "@/components/ui/button";
import { getTranslator } from "@/lib/i18n/translator";
import { noteAction, replyAction } from "../actions";
import { KeptText } from "./kept-text";

/** For somebody whose session ended while writing and whose browser runs no script: a redirect would throw the text away. */
export function SignedOutPage({ address, hrefOf }: { address: string; hrefOf: (kind: "reply" | "note") => string }) {
  const t = getTranslator("agent");
  const words = { label: t("compose.closedText"), errorTitle: t("compose.errorTitle") };
  return (
    <div className="mx-auto w-full max-w-narrow space-y-5 p-4 sm:p-6">
      <h1 className="text-lg font-semibold">{t("queues.signedOut")}</h1>
      <KeptText action={replyAction} address={hrefOf("reply")} id="kept-reply" {...words} />
      <KeptText action={noteAction} address={hrefOf("note")} id="kept-note" {...words} />
      <ButtonLink variant="primary" href={`/sign-in?next=${encodeURIComponent(address)}`} target="_blank">
        {t("compose.signIn")}
      </ButtonLink>
    </div>
  );
}
