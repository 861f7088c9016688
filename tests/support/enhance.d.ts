// A plain script that is served as it is; importing it runs it.
declare module "@/public/enhance.js";
