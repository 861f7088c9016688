import { QrCode } from "@/components/security/qr-code";
import { getTranslator } from "@/lib/i18n/translator";
import type { FactorSetUp } from "@/lib/security/types";

/** What an authenticator takes in: a picture to scan, and beside it the same to type. */
export function FactorSetUpSteps({ setUp }: { setUp: FactorSetUp }) {
  const t = getTranslator("security");
  return (
    <ol className="list-decimal space-y-4 pl-5">
      <li className="space-y-3 pl-1">
        <p>{t("setUp.scan")}</p>
        <QrCode text={setUp.uri} label={t("setUp.picture")} />
        <p className="text-sm text-muted">{t("setUp.type")}</p>
        <p className="wrap-anywhere rounded-md bg-sunken px-3 py-2 font-mono text-sm">{setUp.secret.match(/.{1,4}/g)?.join(" ")}</p>
      </li>
      <li className="pl-1">{t("setUp.prove")}</li>
    </ol>
  );
}
