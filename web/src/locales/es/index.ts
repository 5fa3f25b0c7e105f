import { gather } from "../gather";

export const messages = gather(import.meta.glob("./*.po", { eager: true, import: "messages" }));
