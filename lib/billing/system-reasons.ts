import "server-only";
import { getTranslator } from "@/lib/i18n/translator";

/** Why the system itself wrote an entry; kept with it in the deployment's language. */
export function systemReasons() {
  const t = getTranslator("billing");
  return {
    firstPurchase: t("reason.firstPurchase"),
    morePurchased: t("reason.morePurchased"),
    expired: t("reason.expired"),
    carriedInto: (reference: string) => t("reason.carriedInto", { reference }),
    carriedFrom: (reference: string) => t("reason.carriedFrom", { reference }),
  };
}
