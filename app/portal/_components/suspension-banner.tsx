import { endText } from "@/components/conduct/conduct-words";
import { Notice } from "@/components/ui/notice";
import type { CustomerActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { findRunningSuspension } from "@/lib/conduct/person-queries";
import { getTranslator } from "@/lib/i18n/translator";

/** Above every page of the portal while it lasts; to everybody else nothing. */
export async function SuspensionBanner({ ctx }: { ctx: Context<CustomerActor> }) {
  const suspension = await findRunningSuspension(ctx, ctx.actor.userId);
  if (!suspension) return null;
  const t = getTranslator("conduct");
  return (
    <Notice tone="warn" title={t("suspension.bannerTitle", { until: endText(suspension.endsAt, ctx.now) })} className="mb-6 print:hidden">
      <p>
        {t("suspension.bannerLead")}{" "}
        <a href="/portal/suspension" className="link">
          {t("suspension.bannerSee")}
        </a>
      </p>
    </Notice>
  );
}
