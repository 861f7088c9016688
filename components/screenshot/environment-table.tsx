import { DescriptionList } from "@/components/ui/description-list";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import type { EnvironmentView } from "@/lib/tickets/types";

/** What the customer's browser told, on the ticket. The page is text, not a link: nobody has looked at where it leads. */
export function EnvironmentTable({ environment, now }: { environment: EnvironmentView; now: Temporal.Instant }) {
  const t = getTranslator("screenshot");
  const { page, browser, screenWidth, screenHeight, windowWidth, windowHeight, at, timeZone } = environment;
  return (
    <DescriptionList
      items={[
        { term: t("environment.page"), value: <span className="wrap-anywhere">{page ?? t("environment.none")}</span> },
        { term: t("environment.browser"), value: <span className="wrap-anywhere">{browser}</span> },
        {
          term: t("environment.screen"),
          value: t("environment.screenValue", {
            screenWidth: String(screenWidth),
            screenHeight: String(screenHeight),
            windowWidth: String(windowWidth),
            windowHeight: String(windowHeight),
          }),
        },
        { term: t("environment.at"), value: `${formatDateTime(Temporal.Instant.from(at), { now, timeZone })} (${timeZone})` },
      ]}
    />
  );
}
