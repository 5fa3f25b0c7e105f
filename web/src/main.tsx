import "./styles/index.css";
import "./shared/install";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { router } from "./app/router";
import { registerServiceWorker } from "./app/service-worker";
import { watchNetwork } from "./shared/connection";
import { detectLocale, speak } from "./shared/i18n";
import { showTheme } from "./shared/theme";

/** Longer than this and the page says that it waits. */
const PATIENCE_MS = 300;

showTheme();
watchNetwork();
// A page that is here already is drawn once. Drawn without it, React would hold it back behind what stands in for it.
await Promise.all([
  speak(detectLocale()),
  Promise.race([router.load(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]),
]);

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root.");
createRoot(root).render(<App />);
void registerServiceWorker();
