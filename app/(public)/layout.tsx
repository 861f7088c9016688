import type { ReactNode } from "react";
import { ChatDock } from "@/components/chat/chat-dock";
import { PublicFooter } from "@/components/layout/public-footer";
import { Shell } from "@/components/layout/shell";
import { BarAndHeader } from "./_components/bar-and-header";
import { dockWords } from "./_data/dock-words";
import { publicFooter } from "./_data/frame";

/**
 * The public pages are still: no component of theirs runs in the browser, and the server takes the framework's scripts out of them
 * (lib/http/still-page.ts). What moves is in public/enhance.js, which also marks a page as one of these.
 */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <Shell header={<BarAndHeader />} footer={<PublicFooter {...publicFooter()} />}>
        {children}
      </Shell>
      <ChatDock words={dockWords()} />
      <script type="module" defer src="/enhance.js" data-still="" />
    </>
  );
}
