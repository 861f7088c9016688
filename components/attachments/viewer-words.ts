import { getTranslator } from "@/lib/i18n/translator";
import type { ViewerWords } from "./viewer-dialog";

export function viewerWords(): ViewerWords {
  const t = getTranslator("uploads");
  return {
    title: t("viewer.title"),
    close: t("viewer.close"),
    previous: t("viewer.previous"),
    next: t("viewer.next"),
    zoomIn: t("viewer.zoomIn"),
    zoomOut: t("viewer.zoomOut"),
    open: t("viewer.open"),
    position: t("viewer.position", { at: "{at}", count: "{count}", name: "{name}" }),
    failed: t("viewer.failed"),
  };
}
