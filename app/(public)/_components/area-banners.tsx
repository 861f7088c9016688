import { ServiceBanners } from "@/app/_components/service-banners";
import { Container } from "@/components/layout/container";
import type { ServiceArea } from "@/lib/notices/types";

/** The desk's messages above a public page; nothing, not even room, when there are none. */
export function AreaBanners({ area }: { area: ServiceArea }) {
  return (
    <Container className="empty:hidden not-has-[section]:hidden pt-4">
      <ServiceBanners area={area} isStill />
    </Container>
  );
}
