import { HiddenMaintenanceBar } from "@/app/_components/maintenance-bars";
import { PublicHeader } from "@/components/layout/public-header";
import { publicHeader } from "../_data/frame";

/** What stands above every public page. */
export function BarAndHeader() {
  return (
    <>
      <HiddenMaintenanceBar />
      <PublicHeader {...publicHeader()} />
    </>
  );
}
