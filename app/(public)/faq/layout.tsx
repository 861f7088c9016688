import type { ReactNode } from "react";
import { AreaBanners } from "../_components/area-banners";

export default function FaqLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <AreaBanners area="knowledge" />
      {children}
    </>
  );
}
