import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Bell } from "@/app/_notifications/bell";
import { PortalHeader } from "@/app/portal/_components/portal-header";
import { StaffMaintenanceBar } from "@/app/_components/maintenance-bars";
import { ServiceBanners } from "@/app/_components/service-banners";
import { Container } from "@/components/layout/container";
import { Shell } from "@/components/layout/shell";
import { PushKeeper } from "@/components/notifications/push-keeper";
import { LiveEvents } from "@/components/realtime/live-events";
import { liveWords } from "@/components/realtime/live-words";
import { Announcer } from "@/components/ui/announcer";
import { contextOf } from "@/lib/actions/context";
import { findPerson } from "@/lib/auth/session";

export const metadata: Metadata = { robots: { index: false } };

/**
 * The frame alone. Each page passes the gate by itself: a layout is not rendered again when one goes from page to page, and a form that
 * was posted after the session ended must still be able to show what was typed.
 */
export default async function PortalLayout({ children, suspension }: { children: ReactNode; suspension: ReactNode }) {
  const person = await findPerson();
  const isStaff = person?.kind === "staff";
  return (
    <Shell
      header={
        <>
          {isStaff && <StaffMaintenanceBar />}
          <PortalHeader personName={person?.name ?? null} isStaff={isStaff} bell={person && <Bell ctx={contextOf(person)} />} />
        </>
      }
    >
      <Container className="py-6 sm:py-10">
        {suspension}
        <ServiceBanners area="portal" className="mb-6" />
        {children}
      </Container>
      {person?.kind === "customer" && (
        <>
          <LiveEvents owner={person.userId} words={liveWords()} />
          <PushKeeper owner={person.userId} />
          <Announcer />
        </>
      )}
    </Shell>
  );
}
