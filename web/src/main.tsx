import "./styles/index.css";
import "./shared/install";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { registerServiceWorker } from "./app/service-worker";
import { watchNetwork } from "./shared/connection";
import { detectLocale, speak } from "./shared/i18n";
import { showTheme } from "./shared/theme";

showTheme();
watchNetwork();
await speak(detectLocale());

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root.");
createRoot(root).render(<App />);
void registerServiceWorker();
