import type { ReactNode } from "react";
import { AreaBanners } from "../_components/area-banners";

export default function PoliciesLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <AreaBanners area="policies" />
      {children}
    </>
  );
}
