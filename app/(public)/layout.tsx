import type { ReactNode } from "react";
import { PublicFooter } from "@/components/layout/public-footer";
import { PublicHeader } from "@/components/layout/public-header";
import { Shell } from "@/components/layout/shell";
import { publicFooter, publicHeader } from "./_data/frame";

export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <Shell header={<PublicHeader {...publicHeader()} />} footer={<PublicFooter {...publicFooter()} />}>
      {children}
    </Shell>
  );
}
