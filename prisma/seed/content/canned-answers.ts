/** What agents of the demonstration have at hand in the chat. */
export const cannedAnswers: { title: string; body: string }[] = [
  { title: "Saludo", body: "Buen día, gracias por escribirnos. ¿En qué le ayudo?" },
  { title: "Pedir el dominio", body: "¿Me comparte el dominio o la cuenta de correo con la que tiene el problema? No escriba contraseñas aquí." },
  { title: "Pasar a ticket", body: "Esto necesita revisarse con calma. Lo paso a un ticket a su nombre: ahí queda el plazo, y le respondemos por escrito." },
  { title: "Despedida", body: "Quedamos a sus órdenes. Si vuelve a pasar, levante un ticket y mencione esta conversación." },
];
