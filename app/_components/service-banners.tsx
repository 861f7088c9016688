import { DismissibleBanner } from "@/components/notices/dismissible-banner";
import { ServiceBanner, type BannerView } from "@/components/notices/service-banner";
import { cn } from "@/components/ui/cn";
import { publicContext } from "@/lib/actions/context";
import { getTranslator } from "@/lib/i18n/translator";
import { renderDocument } from "@/lib/markdown/render";
import { listShownNotices } from "@/lib/notices/shown-notices";
import type { ServiceArea, ServiceMessageView } from "@/lib/notices/types";

/** What the desk says in an area now. `isStill`: on a page of which nothing runs in the browser. */
export async function ServiceBanners({ area, isStill, className }: { area: ServiceArea; isStill?: boolean; className?: string }) {
  const messages = await listShownNotices(publicContext(), area);
  if (messages.length === 0) return null;
  const t = getTranslator("notices");
  return (
    <section aria-label={t("banners")} className={cn("space-y-3 print:hidden", className)}>
      {messages.map((message) => {
        const view = bannerOf(message);
        return isStill ? <ServiceBanner key={message.id} view={view} dismiss={t("dismiss")} /> : <DismissibleBanner key={message.id} view={view} dismiss={t("dismiss")} />;
      })}
    </section>
  );
}

/** An incident stays where it is: who put it aside would write a ticket about it. */
export function bannerOf({ id, version, tone, title, body }: ServiceMessageView): BannerView {
  return {
    key: tone === "incident" ? null : `${id}:${version}`,
    tone,
    toneWord: getTranslator("notices")(`tone.${tone}`),
    title,
    html: body === "" ? "" : renderDocument(body, { idPrefix: `aviso-${id}-` }).html,
  };
}
