import { MaintenanceBar } from "@/components/notices/maintenance-bar";
import { publicContext } from "@/lib/actions/context";
import { getTranslator } from "@/lib/i18n/translator";
import { findCurrentMaintenance } from "@/lib/notices/current-maintenance";

/** On a page made for its reader, who is staff. @param settings where an administrator ends it */
export async function StaffMaintenanceBar({ settings }: { settings?: string | undefined }) {
  if (!(await findCurrentMaintenance(publicContext()))) return null;
  const t = getTranslator("notices");
  return (
    <MaintenanceBar text={t("maintenance.bar")}>
      {settings && (
        <a href={settings} className="link">
          {t("maintenance.barLink")}
        </a>
      )}
    </MaintenanceBar>
  );
}

/** On a page that is kept for everybody. */
export function HiddenMaintenanceBar() {
  return <MaintenanceBar isHidden text={getTranslator("notices")("maintenance.bar")} />;
}
