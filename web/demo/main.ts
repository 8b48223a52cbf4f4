// The page's entry: registers the parts and the page.
import { defineParts } from "../src/element/define.js";
import { RvEarlier } from "./rv-earlier.js";
import { RvPage } from "./rv-page.js";

defineParts();
customElements.define("rv-earlier", RvEarlier);
customElements.define("rv-page", RvPage);
