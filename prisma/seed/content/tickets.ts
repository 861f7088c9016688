import { correoElectronico } from "./tickets-by-department/correo-electronico";
import { desarrollo } from "./tickets-by-department/desarrollo";
import { dominiosYHosting } from "./tickets-by-department/dominios-y-hosting";
import { facturacion } from "./tickets-by-department/facturacion";
import { softlik } from "./tickets-by-department/softlik";
import { soporteTecnico } from "./tickets-by-department/soporte-tecnico";
import type { SeedTicket } from "./tickets-by-department/types";

export type { SeedStep, SeedTicket } from "./tickets-by-department/types";

export const tickets: SeedTicket[] = [
  ...soporteTecnico,
  ...dominiosYHosting,
  ...correoElectronico,
  ...facturacion,
  ...desarrollo,
  ...softlik,
];
